package silverpoint.route;

import java.util.Arrays;
import java.util.List;
import silverpoint.geometry.Box;
import silverpoint.geometry.Point;
import silverpoint.route.StrokeNetwork.Segment;
import silverpoint.stroke.Drawing;

/**
 * The visibility charge: the price of new line anywhere on the page, in mm of ordinary line for
 * every mm, as a raster. It follows from the distance to the nearest ink, the ellipse inside the
 * face box and the frame, which is the border of what may be drawn on.
 */
final class Paper {
  private static final double CELLS_PER_PAGE_WIDTH = 512;

  /** How many times dearer it is where the machine must not draw. */
  private static final double OUTSIDE = 10;

  private final double cellMm;
  private final int columns;
  private final int rows;
  private final Box frameMm;
  private final float[] perMm;

  Paper(TravelPrices prices, Drawing drawing, StrokeNetwork network) {
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
    double reachMm = prices.reachPageWidths() * drawing.page().widthMm();
    double halfLineMm = drawing.page().lineWidthMm() / 2;
    float[] inkDistanceMm = inkDistanceMm(network, reachMm);
    for (int cell = 0; cell < perMm.length; cell++) {
      Point centre = new Point(cell % columns * cellMm, cell / columns * cellMm);
      double insideMm = insideFrameMm(centre);
      double price = inkDistanceMm[cell] <= reachMm ? prices.nearInk() : prices.paper();
      if (inkDistanceMm[cell] <= Math.min(halfLineMm, reachMm)) {
        price = prices.ink();
      } else if (drawing.faceBoxesMm().stream().anyMatch(face -> isInFace(face, centre))) {
        price *= prices.inFace();
      } else if (insideMm < -cellMm) {
        price *= OUTSIDE;
      } else if (insideMm < halfLineMm) {
        price = Math.min(price, prices.frame() * prices.paper());
      }
      perMm[cell] = (float) price;
    }
  }

  private float[] inkDistanceMm(StrokeNetwork network, double reachMm) {
    float[] inkDistanceMm = new float[perMm.length];
    Arrays.fill(inkDistanceMm, Float.POSITIVE_INFINITY);
    for (Segment segment : network.segments()) {
      if (segment.from() != segment.to()) {
        spread(
            network.pointMm(segment.from()), network.pointMm(segment.to()), reachMm, inkDistanceMm);
      }
    }
    return inkDistanceMm;
  }

  /** Writes the distance to a piece of ink into the cells within its reach. */
  private void spread(Point a, Point b, double reachMm, float[] inkDistanceMm) {
    int left = column(Math.min(a.x(), b.x()) - reachMm);
    int right = column(Math.max(a.x(), b.x()) + reachMm);
    int top = row(Math.min(a.y(), b.y()) - reachMm);
    int bottom = row(Math.max(a.y(), b.y()) + reachMm);
    for (int row = top; row <= bottom; row++) {
      for (int column = left; column <= right; column++) {
        int cell = row * columns + column;
        Point centre = new Point(column * cellMm, row * cellMm);
        float distanceMm = (float) centre.distanceToSegment(a, b);
        inkDistanceMm[cell] = Math.min(inkDistanceMm[cell], distanceMm);
      }
    }
  }

  int columns() {
    return columns;
  }

  int rows() {
    return rows;
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

  /** The price of a straight hop. */
  double hop(Point from, Point to) {
    double lengthMm = from.distanceTo(to);
    int samples = 1 + (int) (lengthMm / cellMm);
    double sum = 0;
    for (int i = 0; i < samples; i++) {
      double t = (i + 0.5) / samples;
      double x = from.x() + (to.x() - from.x()) * t;
      double y = from.y() + (to.y() - from.y()) * t;
      sum += perMm[cell(x, y)];
    }
    return lengthMm * sum / samples;
  }

  /** The price of a hop with corners. */
  double hop(List<Point> path) {
    double sum = 0;
    for (int i = 1; i < path.size(); i++) {
      sum += hop(path.get(i - 1), path.get(i));
    }
    return sum;
  }

  private static boolean isInFace(Box faceMm, Point point) {
    double right = (point.x() - faceMm.centre().x()) / (faceMm.width() / 2);
    double down = (point.y() - faceMm.centre().y()) / (faceMm.height() / 2);
    return right * right + down * down < 1;
  }

  /** How far a point lies inside the frame, negative outside. */
  private double insideFrameMm(Point point) {
    return Math.min(
        Math.min(point.x() - frameMm.x(), frameMm.right() - point.x()),
        Math.min(point.y() - frameMm.y(), frameMm.bottom() - point.y()));
  }

  private int column(double x) {
    return (int) Math.clamp(Math.rint(x / cellMm), 0, columns - 1.0);
  }

  private int row(double y) {
    return (int) Math.clamp(Math.rint(y / cellMm), 0, rows - 1.0);
  }
}
