package silverpoint.route;

import java.util.Arrays;
import java.util.List;
import silverpoint.foundation.geometry.Box;
import silverpoint.foundation.geometry.Point;
import silverpoint.picture.stroke.Drawing;
import silverpoint.route.StrokeNetwork.Segment;

/**
 * The visibility charge: the price of new line anywhere on the page, in mm of ordinary line for
 * every mm, as a raster. It follows from whether ink lies there, the ellipse inside the face box,
 * what the photo shows there, and the frame, which is the border of what may be drawn on.
 */
final class Paper {
  private static final double CELLS_PER_PAGE_WIDTH = 512;

  /** How many times dearer it is where the machine must not draw. */
  private static final double OUTSIDE = 10;

  /**
   * How much cheaper it is where the photo itself has a line, too faint to be drawn; and how much
   * dearer where a line would surprise.
   */
  private static final double ALONG_SOFT_INK = 0.95;

  /** How much dearer it is on the root of the nose, where a line across looks like glasses. */
  private static final double BETWEEN_EYES = 3;

  /** How much dearer it is beside the mouth, where a line across the cheek looks like a scar. */
  private static final double ACROSS_CHEEK = 3;

  /** The cheeks below the eyes: farther than this from the middle, in face boxes. */
  private static final double BESIDE_MOUTH = 0.18;

  private static final double BELOW_EYES = 0.5;

  /** The root of the nose, in face boxes from the upper edge, and around it. */
  private static final double BROWS_AND_EYES = 0.25;

  private static final double HALF_WIDTH_BETWEEN_EYES = 0.11;
  private static final double HALF_HEIGHT_BETWEEN_EYES = 0.16;

  /** Half axes of the face in face boxes: cheeks and temples too. */
  private static final double FACE_HALF_AXIS = 0.6;

  private final double lineWidthMm;
  private final double cellMm;
  private final int columns;
  private final int rows;
  private final Box frameMm;
  private final float[] perMm;

  Paper(TravelPrices prices, Drawing drawing, StrokeNetwork network) {
    lineWidthMm = drawing.page().lineWidthMm();
    cellMm = drawing.page().widthMm() / CELLS_PER_PAGE_WIDTH;
    columns = (int) CELLS_PER_PAGE_WIDTH + 1;
    rows = (int) Math.ceil(drawing.page().heightMm() / cellMm) + 1;
    frameMm = drawing.page().drawableMm();
    perMm = new float[columns * rows];
    if (prices.arePlain()) {
      Arrays.fill(perMm, (float) prices.paper());
    } else {
      charge(prices, drawing, network);
    }
  }

  private void charge(TravelPrices prices, Drawing drawing, StrokeNetwork network) {
    boolean[] covered = covered(network);
    for (int cell = 0; cell < perMm.length; cell++) {
      Point centre = new Point(cell % columns * cellMm, cell / columns * cellMm);
      double price = prices.paper();
      if (covered[cell]) {
        price = prices.ink();
      } else if (drawing.faceBoxesMm().stream().anyMatch(face -> isInFace(face, centre))) {
        // what the photo shows leads along the nose and the folds, not across
        double across =
            drawing.faceBoxesMm().stream()
                .mapToDouble(face -> across(face, centre))
                .max()
                .orElse(1);
        price *= prices.inFace() * (1 + (across - 1) * (1 - drawing.softInkAt(centre)));
      } else if (isOutsideFrame(centre)) {
        price *= OUTSIDE;
      }
      if (!covered[cell]) {
        price *= 1 - ALONG_SOFT_INK * drawing.softInkAt(centre);
      }
      perMm[cell] = (float) price;
    }
  }

  /** The cells that lie under the line of the ink. */
  private boolean[] covered(StrokeNetwork network) {
    boolean[] covered = new boolean[perMm.length];
    for (Segment segment : network.segments()) {
      if (segment.from() != segment.to()) {
        cover(network.pointMm(segment.from()), network.pointMm(segment.to()), covered);
      }
    }
    return covered;
  }

  private void cover(Point a, Point b, boolean[] covered) {
    double reachMm = lineWidthMm / 2;
    int left = column(Math.min(a.x(), b.x()) - reachMm);
    int right = column(Math.max(a.x(), b.x()) + reachMm);
    int top = row(Math.min(a.y(), b.y()) - reachMm);
    int bottom = row(Math.max(a.y(), b.y()) + reachMm);
    for (int row = top; row <= bottom; row++) {
      for (int column = left; column <= right; column++) {
        Point centre = new Point(column * cellMm, row * cellMm);
        covered[row * columns + column] |= centre.distanceToSegment(a, b) <= reachMm;
      }
    }
  }

  int columns() {
    return columns;
  }

  int rows() {
    return rows;
  }

  double lineWidthMm() {
    return lineWidthMm;
  }

  double cellMm() {
    return cellMm;
  }

  /** The cell that a point lies in, the nearest one for points beside the page. */
  int cell(double x, double y) {
    return row(y) * columns + column(x);
  }

  /** The middle of a cell, or what is nearest to it inside the frame. */
  Point centreMm(int cell) {
    return new Point(
        Math.clamp(cell % columns * cellMm, frameMm.x(), frameMm.right()),
        Math.clamp(cell / columns * cellMm, frameMm.y(), frameMm.bottom()));
  }

  float perMm(int cell) {
    return perMm[cell];
  }

  /** The price of a straight connector. */
  double connector(Point from, Point to) {
    return connector(List.of(from, to));
  }

  /** The price of a connector with corners. */
  double connector(List<Point> path) {
    double sum = 0;
    for (int i = 1; i < path.size(); i++) {
      Point from = path.get(i - 1);
      Point to = path.get(i);
      double lengthMm = from.distanceTo(to);
      int samples = 1 + (int) (lengthMm / cellMm);
      double prices = 0;
      for (int k = 0; k < samples; k++) {
        double t = (k + 0.5) / samples;
        prices +=
            perMm[cell(from.x() + (to.x() - from.x()) * t, from.y() + (to.y() - from.y()) * t)];
      }
      sum += lengthMm * prices / samples;
    }
    return sum;
  }

  private static boolean isInFace(Box faceMm, Point point) {
    return isInEllipse(faceMm, point, 0.5, FACE_HALF_AXIS, FACE_HALF_AXIS);
  }

  /** How many times dearer a line across the face is here than elsewhere in it. */
  private static double across(Box faceMm, Point point) {
    if (isBetweenEyes(faceMm, point)) {
      return BETWEEN_EYES;
    }
    double aside = Math.abs(point.x() - faceMm.centre().x()) / faceMm.width();
    double down = (point.y() - faceMm.y()) / faceMm.height();
    return aside > BESIDE_MOUTH && down > BELOW_EYES ? ACROSS_CHEEK : 1;
  }

  private static boolean isBetweenEyes(Box faceMm, Point point) {
    return isInEllipse(
        faceMm, point, BROWS_AND_EYES, HALF_WIDTH_BETWEEN_EYES, HALF_HEIGHT_BETWEEN_EYES);
  }

  /** An ellipse in the middle of a face box; its middle and half axes are in face boxes. */
  private static boolean isInEllipse(
      Box faceMm, Point point, double middle, double halfWidth, double halfHeight) {
    double right = (point.x() - faceMm.centre().x()) / (halfWidth * faceMm.width());
    double down = ((point.y() - faceMm.y()) / faceMm.height() - middle) / halfHeight;
    return right * right + down * down < 1;
  }

  private boolean isOutsideFrame(Point point) {
    return point.x() < frameMm.x() - cellMm
        || point.x() > frameMm.right() + cellMm
        || point.y() < frameMm.y() - cellMm
        || point.y() > frameMm.bottom() + cellMm;
  }

  private int column(double x) {
    return (int) Math.clamp(Math.rint(x / cellMm), 0, columns - 1.0);
  }

  private int row(double y) {
    return (int) Math.clamp(Math.rint(y / cellMm), 0, rows - 1.0);
  }
}
