package silverpoint.cli.terminal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.DoubleConsumer;
import silverpoint.machine.calibration.CalibrationObserver;
import silverpoint.machine.motion.Direction;
import silverpoint.machine.plotter.PlotterException;

/** A person in front of the toy, who answers questions on the console. */
public final class ConsoleObserver implements CalibrationObserver {
  private static final double MOST_JOG_MM = 200;

  private final BufferedReader in;
  private final PrintWriter out;

  public ConsoleObserver(BufferedReader in, PrintWriter out) {
    this.in = in;
    this.out = out;
  }

  @Override
  public void begin(Step step) {
    out.printf("Step %d of %d: %s%n", step.ordinal() + 1, Step.values().length, title(step));
  }

  private static String title(Step step) {
    return switch (step) {
      case HOME_CORNER -> "the home corner";
      case OPPOSITE_CORNER -> "the opposite corner, first along one side, then along the other";
      case PLAY_OF_X -> "the play of the left knob";
      case PLAY_OF_Y -> "the play of the right knob";
      case RECTANGLE -> "are the axes square?";
    };
  }

  @Override
  public void end(Step step) {
    if (step != Step.RECTANGLE) {
      ask("You may shake the toy blank without turning a knob. Enter when ready (q ends)");
    }
  }

  @Override
  public void bring(Axis axis, Direction side, double fromEdgeMm, DoubleConsumer jog) {
    String towards = way(axis, side);
    while (true) {
      String answer =
          ask(
              String.format(
                  Locale.ROOT,
                  "Jog by mm, %s positive, until the stylus stands %.1f mm from the %s edge; then"
                      + " Enter",
                  way(axis, Direction.POSITIVE),
                  fromEdgeMm,
                  towards));
      if (answer.isEmpty()) {
        return;
      }
      double mm = parsed(answer);
      if (Math.abs(mm) <= MOST_JOG_MM) {
        jog.accept(mm);
      } else {
        out.println("please answer with millimetres up to 200, such as -2.5");
      }
    }
  }

  private static String way(Axis axis, Direction direction) {
    return switch (axis) {
      case X -> direction == Direction.NEGATIVE ? "left" : "right";
      case Y -> direction == Direction.NEGATIVE ? "upper" : "lower";
    };
  }

  @Override
  public double travelledMm(Axis axis) {
    return number(
        axis == Axis.X
            ? "The line along the lower or upper side: how long is it, in mm, by a ruler?"
            : "The line up or down the other side: how long is it, in mm, by a ruler?");
  }

  @Override
  public int toothAtRail(Axis axis, Direction back, int teeth) {
    while (true) {
      double tooth =
          parsed(
              ask(
                  String.format(
                      Locale.ROOT,
                      "The last comb's teeth point to the %s side. Which one just ends at the line"
                          + " across, 1 to %d, counted from the %s?",
                      way(axis, back),
                      teeth,
                      axis == Axis.X ? "lower end" : "right end")));
      if (tooth >= 1 && tooth <= teeth && tooth == Math.rint(tooth)) {
        return (int) tooth - 1;
      }
      out.printf("please answer with a number from 1 to %d%n", teeth);
    }
  }

  @Override
  public Diagonals diagonals() {
    double falling =
        number("Rectangle: how long is its diagonal from upper left to lower right, mm?");
    return new Diagonals(falling, number("And the one from lower left to upper right, mm?"));
  }

  private double number(String question) {
    while (true) {
      double number = parsed(ask(question));
      if (number > 0) {
        return number;
      }
      out.println("please answer with a number, such as 102.5");
    }
  }

  /** Not a number where the answer is none. */
  private static double parsed(String answer) {
    try {
      return Double.parseDouble(answer.replace(',', '.'));
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  private String ask(String question) {
    out.println(question);
    out.flush();
    try {
      String answer = in.readLine();
      if (answer == null || answer.strip().equals("q")) {
        throw new PlotterException("the calibration was ended; nothing has been written");
      }
      return answer.strip().toLowerCase(Locale.ROOT);
    } catch (IOException e) {
      throw new PlotterException("the console cannot be read: " + e.getMessage(), e);
    }
  }
}
