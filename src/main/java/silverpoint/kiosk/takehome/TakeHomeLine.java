package silverpoint.kiosk.takehome;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import silverpoint.foundation.geometry.Point;
import silverpoint.picture.stroke.Page;
import silverpoint.picture.stroke.Simplification;
import silverpoint.route.Leg;

/**
 * A line small enough for the fragment of a web address, which browsers send to nobody: points on a
 * grid of {@value #GRID} for the page's long side, each as the step from the one before.
 *
 * <p>The code is {@code 3}, then the guest's number, the page's long side in tenths of a
 * millimetre, its width and height on the grid, then steps; every number is zigzag coded, in base
 * 21, the lowest digit first, 21 added to a digit while more follow. All characters are of the QR
 * code's alphanumeric set, which takes two thirds of the room of any others, and a code ends with a
 * digit or a letter. The step (0, 0) lifts the pen for the step after it. Legs that run over ink
 * are left out. {@code src/take-home/line.html} reads it.
 */
public final class TakeHomeLine {
  static final int GRID = 400;

  /** A QR code of this many characters can still be read from a screen at arm's length. */
  static final int MOST_CHARS = 1_300;

  static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ$*+-./";
  static final int BASE = 21;
  static final char VERSION = '3';
  private static final double FIRST_TOLERANCE_MM = 0.1;
  private static final double COARSER = 1.25;
  private static final double LAST_TOLERANCE_MM = 5;

  private TakeHomeLine() {}

  /**
   * The link to a line; empty when not even a coarse one is small enough.
   *
   * @param page web address of the page that shows it
   * @param number the guest's
   */
  public static Optional<String> link(String page, long number, List<Leg> legs, Page toy) {
    return encode(number, legs, toy).map(code -> page + "#" + code);
  }

  /** A place on the grid. */
  private record Cell(long x, long y) {}

  /**
   * The code of a line; empty when not even a coarse one is small enough.
   *
   * @param number the guest's
   */
  static Optional<String> encode(long number, List<Leg> legs, Page page) {
    for (double tolerance = FIRST_TOLERANCE_MM;
        tolerance < LAST_TOLERANCE_MM;
        tolerance *= COARSER) {
      String code = encode(number, legs, page, tolerance);
      if (code.length() <= MOST_CHARS) {
        return Optional.of(code);
      }
    }
    return Optional.empty();
  }

  private static String encode(long number, List<Leg> legs, Page page, double toleranceMm) {
    double longSideMm = Math.max(page.widthMm(), page.heightMm());
    double cellMm = longSideMm / GRID;
    StringBuilder code = new StringBuilder().append(VERSION);
    append(code, number);
    append(code, Math.round(10 * longSideMm));
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
      int digit = (int) (left % BASE);
      left /= BASE;
      code.append(DIGITS.charAt(left > 0 ? digit + BASE : digit));
    } while (left > 0);
  }
}
