package silverpoint.picture.drawingfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import silverpoint.foundation.geometry.Point;

/** The path data of SVG 1.1 as points; curves become short straight pieces. */
final class SvgPath {
  private static final int PIECES = 24;

  private final SvgNumbers data;
  private final List<List<Point>> lines = new ArrayList<>();
  private List<Point> line = new ArrayList<>();
  private int points;
  private Point at = new Point(0, 0);
  private Point start = at;

  /** The control point that a smooth curve mirrors. */
  private Point lastControl = at;

  private SvgPath(String data) {
    this.data = new SvgNumbers(data);
  }

  static List<List<Point>> lines(String data) {
    SvgPath path = new SvgPath(data);
    path.read();
    return path.lines;
  }

  private void read() {
    char before = ' ';
    while (data.hasNext()) {
      char command = data.atLetter() ? data.letter() : repeated(before);
      step(command, before);
      before = command;
    }
    finish();
  }

  private static char repeated(char before) {
    return switch (before) {
      case 'M' -> 'L';
      case 'm' -> 'l';
      case ' ', 'Z', 'z' ->
          throw new IllegalArgumentException("a path begins with a number, not with a command");
      default -> before;
    };
  }

  private void step(char command, char before) {
    boolean relative = Character.isLowerCase(command);
    String kind = String.valueOf(command).toUpperCase(Locale.ROOT);
    Point control = at;
    switch (kind) {
      case "M" -> {
        finish();
        at = point(relative);
        start = at;
        control = at;
      }
      case "L" -> control = lineTo(point(relative));
      case "H" -> control = lineTo(new Point(data.next() + (relative ? at.x() : 0), at.y()));
      case "V" -> control = lineTo(new Point(at.x(), data.next() + (relative ? at.y() : 0)));
      case "C" -> control = cubic(point(relative), point(relative), point(relative));
      case "S" -> control = cubic(mirrored("CS", before), point(relative), point(relative));
      case "Q" -> control = quadratic(point(relative), point(relative));
      case "T" -> control = quadratic(mirrored("QT", before), point(relative));
      case "A" -> {
        SvgArc arc = new SvgArc(data.next(), data.next(), data.next(), data.flag(), data.flag());
        Point to = point(relative);
        arc.points(at, to).forEach(this::lineTo);
        control = to;
      }
      case "Z" -> {
        control = lineTo(start);
        finish();
      }
      default -> throw new IllegalArgumentException("a path has no command '" + command + "'");
    }
    lastControl = control;
  }

  private Point point(boolean relative) {
    Point read = new Point(data.next(), data.next());
    return relative ? at.plus(read) : read;
  }

  private Point mirrored(String kinds, char before) {
    boolean smooth = kinds.indexOf(Character.toUpperCase(before)) >= 0;
    return smooth ? at.times(2).minus(lastControl) : at;
  }

  private Point lineTo(Point to) {
    if (line.isEmpty()) {
      line.add(at);
    }
    line.add(to);
    points++;
    if (points > LineArtFile.MOST_POINTS) {
      throw DrawingFileException.ofTooManyPoints();
    }
    at = to;
    return to;
  }

  private Point cubic(Point b, Point c, Point d) {
    Point a = at;
    for (int i = 1; i < PIECES; i++) {
      double t = (double) i / PIECES;
      Point ab = a.towards(b, t);
      Point bc = b.towards(c, t);
      Point cd = c.towards(d, t);
      lineTo(ab.towards(bc, t).towards(bc.towards(cd, t), t));
    }
    lineTo(d);
    return c;
  }

  private Point quadratic(Point b, Point c) {
    Point a = at;
    for (int i = 1; i < PIECES; i++) {
      double t = (double) i / PIECES;
      lineTo(a.towards(b, t).towards(b.towards(c, t), t));
    }
    lineTo(c);
    return b;
  }

  private void finish() {
    if (line.size() > 1) {
      lines.add(line);
    }
    line = new ArrayList<>();
  }
}
