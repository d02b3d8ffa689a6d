package silverpoint.machine.plotfile;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.geometry.Polyline;

/**
 * A machine that reads G-code as firmware does, word by word and with the modes of RS-274, and
 * keeps what its pen draws. It knows few words and stops at others; the pen is down while z is not
 * above 0.
 */
public final class GcodeReader {
  private static final Pattern WORD = Pattern.compile("([A-Z])([-+]?[0-9]+(?:\\.[0-9]+)?) ?");

  private final boolean pen;
  private final List<Polyline> drawn = new ArrayList<>();
  private final List<Double> feeds = new ArrayList<>();
  private List<Point> line = new ArrayList<>();
  private double unitMm = Double.NaN;
  private boolean absolute;
  private int motion = -1;
  private double feedMmPerS = Double.NaN;
  private double z = 1;
  private Point at = new Point(0, 0);
  private boolean placed;
  private double travelMm;

  private GcodeReader(boolean pen) {
    this.pen = pen;
  }

  /**
   * What a machine draws.
   *
   * @param linesMm in its own coordinates
   * @param feedsMmPerS of all motions that draw, each once
   * @param travelMm way of the lifted pen from zero
   */
  public record Drawn(List<Polyline> linesMm, List<Double> feedsMmPerS, double travelMm) {}

  /**
   * @param pen whether the machine lifts its pen; otherwise every motion draws
   */
  public static Drawn read(String text, boolean pen) {
    GcodeReader reader = new GcodeReader(pen);
    text.lines().forEach(reader::line);
    reader.end();
    return new Drawn(reader.drawn, reader.feeds.stream().distinct().toList(), reader.travelMm);
  }

  private void line(String text) {
    String code = text.replaceFirst(";.*", "").strip();
    Matcher words = WORD.matcher(code);
    int end = 0;
    double x = Double.NaN;
    double y = Double.NaN;
    double newZ = z;
    while (words.find()) {
      require(words.start() == end, text);
      end = words.end();
      double value = Double.parseDouble(words.group(2));
      switch (words.group(1)) {
        case "G" -> mode(value, text);
        case "X" -> x = value * unitMm;
        case "Y" -> y = value * unitMm;
        case "Z" -> newZ = value;
        case "F" -> feedMmPerS = value * unitMm / 60;
        default -> require(false, text);
      }
    }
    require(end == code.length(), text);
    require(Double.isNaN(x) == Double.isNaN(y), text);
    if (newZ != z) {
      end();
      z = newZ;
    }
    if (!Double.isNaN(x)) {
      move(new Point(x, y), text);
    }
  }

  private void mode(double value, String text) {
    switch ((int) value) {
      case 20 -> unitMm = 25.4;
      case 21 -> unitMm = 1;
      case 90 -> absolute = true;
      case 0, 1 -> motion = (int) value;
      default -> require(false, text);
    }
  }

  private void move(Point to, String text) {
    require(absolute && motion >= 0 && !Double.isNaN(unitMm), text);
    boolean draws = pen ? z <= 0 : placed;
    require(!pen || draws == (motion == 1), text);
    if (motion == 1) {
      require(feedMmPerS > 0, text);
      feeds.add(feedMmPerS);
    }
    if (draws) {
      if (line.isEmpty()) {
        line.add(at);
      }
      line.add(to);
    } else {
      travelMm += at.distanceTo(to);
    }
    at = to;
    placed = true;
  }

  /** The pen goes up, or down: a pen that is only lowered and lifted makes a dot. */
  private void end() {
    if (pen && z <= 0 && line.isEmpty()) {
      line.add(at);
      line.add(at);
    }
    if (!line.isEmpty()) {
      drawn.add(new Polyline(line));
    }
    line = new ArrayList<>();
  }

  private static void require(boolean understood, String line) {
    if (!understood) {
      throw new IllegalArgumentException("no machine understands: " + line);
    }
  }
}
