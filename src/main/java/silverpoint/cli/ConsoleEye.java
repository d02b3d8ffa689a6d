package silverpoint.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import silverpoint.motion.Direction;
import silverpoint.plotter.CalibrationEye;
import silverpoint.plotter.PlotterException;

/** A person in front of the toy, who answers questions on the console. */
final class ConsoleEye implements CalibrationEye {
  private static final Pattern JOG = Pattern.compile("([xy])\\s*(-?\\d{1,2}(?:[.,]\\d+)?)");

  private final BufferedReader in;
  private final PrintWriter out;

  ConsoleEye(BufferedReader in, PrintWriter out) {
    this.in = in;
    this.out = out;
  }

  @Override
  public void mark(Axis axis) {
    ask("Look where the stylus stands now: that is the mark. Enter when ready (q ends)");
  }

  @Override
  public Seen compare(Axis axis, Direction back) {
    String way =
        axis == Axis.X
            ? (back == Direction.NEGATIVE ? "left" : "right")
            : (back == Direction.NEGATIVE ? "up" : "down");
    while (true) {
      String answer =
          ask(
              "The stylus came back moving "
                  + way
                  + ". Does it stand short of the mark (s), at the mark (m), or past it (p)?");
      switch (answer) {
        case "s" -> {
          return Seen.SHORT;
        }
        case "m" -> {
          return Seen.SAME;
        }
        case "p" -> {
          return Seen.FAR;
        }
        default -> out.println("please answer s, m or p");
      }
    }
  }

  @Override
  public double travelledMm(Axis axis) {
    return number("How long is the line from the mark, in mm, by a ruler?");
  }

  @Override
  public void corner() {}

  @Override
  public Diagonals diagonals() {
    double falling =
        number("Rectangle: how long is its diagonal from upper left to lower right, mm?");
    return new Diagonals(falling, number("And the one from lower left to upper right, mm?"));
  }

  /**
   * Lets the person jog the stylus to the home corner.
   *
   * @param jog turns the knobs by millimetres of stylus travel
   */
  void bringHome(BiConsumer<Double, Double> jog) {
    out.println(
        "First the home corner: the lower left one of the margin. Jog with 'x 5' (right), 'x -5',"
            + " 'y 5' (down), 'y -5'; end with moves to the left and down, then Enter.");
    while (true) {
      String answer = ask("jog, or Enter when the stylus stands in the home corner");
      if (answer.isEmpty()) {
        return;
      }
      Matcher move = JOG.matcher(answer);
      if (move.matches()) {
        double mm = Double.parseDouble(move.group(2).replace(',', '.'));
        boolean ofX = move.group(1).equals("x");
        jog.accept(ofX ? mm : 0.0, ofX ? 0.0 : mm);
      } else {
        out.println("please answer with 'x' or 'y' and millimetres up to 99, such as 'x -2.5'");
      }
    }
  }

  private double number(String question) {
    while (true) {
      String answer = ask(question);
      try {
        return Double.parseDouble(answer.replace(',', '.'));
      } catch (NumberFormatException e) {
        out.println("please answer with a number, such as 102.5");
      }
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
