package silverpoint.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import silverpoint.motion.Direction;
import silverpoint.plotter.CalibrationEye;
import silverpoint.plotter.PlotterException;

/** A person in front of the toy, who answers questions on the console. */
final class ConsoleEye implements CalibrationEye {
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
    while (true) {
      String answer = ask("How long is the line from the mark, in mm, by a ruler?");
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
