package silverpoint.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import silverpoint.geometry.Point;
import silverpoint.route.Leg;
import silverpoint.stroke.Page;
import silverpoint.stroke.Simplification;

/**
 * A line small enough for the fragment of a web address, which browsers send to nobody: points on a
 * grid of {@value #GRID} for the page's long side, each as the step from the one before.
 *
 * <p>The code is {@code 1}, then the page's width and height, then steps; every number is zigzag
 * coded, five bits a character of the alphabet of base64url, the lowest first, 32 added while more
 * follow. The step (0, 0) lifts the pen for the step after it. Legs that run over ink are left out.
 */
final class TakeHomeLine {
  static final int GRID = 400;

  /** A QR code of this many characters can still be read from a screen at arm's length. */
  static final int MOST_CHARS = 1_500;

  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  private static final char VERSION = '1';
  private static final double FIRST_TOLERANCE_MM = 0.1;
  private static final double COARSER = 1.25;
  private static final double LAST_TOLERANCE_MM = 5;

  private TakeHomeLine() {}

  /** A place on the grid. */
  private record Cell(long x, long y) {}

  /** The code of a line; empty when not even a coarse one is small enough. */
  static Optional<String> encode(List<Leg> legs, Page page) {
    for (double tolerance = FIRST_TOLERANCE_MM;
        tolerance < LAST_TOLERANCE_MM;
        tolerance *= COARSER) {
      String code = encode(legs, page, tolerance);
      if (code.length() <= MOST_CHARS) {
        return Optional.of(code);
      }
    }
    return Optional.empty();
  }

  private static String encode(List<Leg> legs, Page page, double toleranceMm) {
    double cellMm = Math.max(page.widthMm(), page.heightMm()) / GRID;
    StringBuilder code = new StringBuilder().append(VERSION);
    append(code, Math.round(page.widthMm() / cellMm));
    append(code, Math.round(page.heightMm() / cellMm));
    Cell at = new Cell(0, 0);
    for (List<Point> stroke : strokes(legs)) {
      List<Point> points = Simplification.simplify(stroke, toleranceMm);
      for (int i = 0; i < points.size(); i++) {
        Cell next =
            new Cell(
                Math.round(points.get(i).x() / cellMm), Math.round(points.get(i).y() / cellMm));
        if (next.equals(at)) {
          continue;
        }
        if (i == 0) {
          append(code, 0);
          append(code, 0);
        }
        append(code, next.x() - at.x());
        append(code, next.y() - at.y());
        at = next;
      }
    }
    return code.toString();
  }

  /** Legs that are seen, joined where one goes on from the other. */
  private static List<List<Point>> strokes(List<Leg> legs) {
    List<List<Point>> strokes = new ArrayList<>();
    boolean down = false;
    for (Leg leg : legs) {
      if (leg instanceof Leg.Retrace) {
        down = false;
        continue;
      }
      List<Point> points = leg.pathMm().points();
      if (down) {
        strokes.getLast().addAll(points.subList(1, points.size()));
      } else {
        strokes.add(new ArrayList<>(points));
      }
      down = true;
    }
    return strokes;
  }

  private static void append(StringBuilder code, long value) {
    long left = value << 1 ^ value >> 63;
    do {
      int bits = (int) (left & 31);
      left >>>= 5;
      code.append(ALPHABET.charAt(left > 0 ? bits | 32 : bits));
    } while (left > 0);
  }

  /** The strokes of a code, on the grid; what the viewer page does, for tests. */
  static List<List<Point>> decode(String code) {
    if (code.isEmpty() || code.charAt(0) != VERSION) {
      throw new IllegalArgumentException("not a line of this version");
    }
    List<Long> numbers = new ArrayList<>();
    long value = 0;
    int shift = 0;
    for (int i = 1; i < code.length(); i++) {
      int bits = ALPHABET.indexOf(code.charAt(i));
      value |= (bits & 31L) << shift;
      shift += 5;
      if (bits < 32) {
        numbers.add(value >>> 1 ^ -(value & 1));
        value = 0;
        shift = 0;
      }
    }
    List<List<Point>> strokes = new ArrayList<>();
    Point at = new Point(0, 0);
    boolean lifted = true;
    for (int i = 2; i + 1 < numbers.size(); i += 2) {
      if (numbers.get(i) == 0 && numbers.get(i + 1) == 0) {
        lifted = true;
        continue;
      }
      Point next = at.plus(new Point(numbers.get(i), numbers.get(i + 1)));
      if (lifted) {
        strokes.add(new ArrayList<>());
      }
      lifted = false;
      strokes.getLast().add(next);
      at = next;
    }
    return strokes;
  }
}
