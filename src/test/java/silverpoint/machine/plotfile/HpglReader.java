package silverpoint.machine.plotfile;

import java.util.ArrayList;
import java.util.List;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.geometry.Polyline;

/** A plotter that reads HPGL, and keeps what its pen draws; it stops at what it does not know. */
public final class HpglReader {
  private static final double UNITS_PER_INCH = 1016;
  private static final int SMALLEST_BUFFER = 512;

  private final List<Polyline> drawn = new ArrayList<>();
  private List<Point> line = new ArrayList<>();
  private Point at = new Point(0, 0);
  private boolean initialised;
  private boolean penHeld;

  private HpglReader() {}

  /** What the pen draws, mm from the plotter's origin. */
  public static List<Polyline> read(String text) {
    HpglReader reader = new HpglReader();
    for (String instruction : text.split("[;\n]+")) {
      reader.instruction(instruction);
    }
    require(reader.line.isEmpty(), "the end with the pen down");
    return reader.drawn;
  }

  private void instruction(String text) {
    require(text.length() >= 2 && text.length() < SMALLEST_BUFFER, text);
    String parameters = text.substring(2);
    switch (text.substring(0, 2)) {
      case "IN" -> initialised = true;
      case "SP" -> penHeld = !parameters.equals("0");
      case "PU" -> {
        end();
        for (Point point : points(parameters)) {
          at = point;
        }
      }
      case "PD" -> {
        require(initialised && penHeld, text);
        for (Point point : points(parameters)) {
          if (line.isEmpty()) {
            line.add(at);
          }
          line.add(point);
          at = point;
        }
      }
      default -> require(false, text);
    }
  }

  private void end() {
    if (!line.isEmpty()) {
      drawn.add(new Polyline(line));
      line = new ArrayList<>();
    }
  }

  private static List<Point> points(String parameters) {
    List<Point> points = new ArrayList<>();
    String[] numbers = parameters.isEmpty() ? new String[0] : parameters.split(",", -1);
    require(numbers.length % 2 == 0, parameters);
    for (int i = 0; i < numbers.length; i += 2) {
      points.add(new Point(mm(numbers[i]), mm(numbers[i + 1])));
    }
    return points;
  }

  private static double mm(String number) {
    require(number.matches("-?[0-9]{1,5}"), number);
    return Integer.parseInt(number) / UNITS_PER_INCH * 25.4;
  }

  private static void require(boolean understood, String text) {
    if (!understood) {
      throw new IllegalArgumentException("no plotter understands: " + text);
    }
  }
}
