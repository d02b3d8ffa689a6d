package silverpoint.route;

import java.util.Arrays;
import silverpoint.geometry.Box;
import silverpoint.geometry.Point;
import silverpoint.route.StrokeNetwork.Segment;
import silverpoint.stroke.Drawing;

/**
 * The price of new line anywhere on the page, in mm of ordinary line: a raster of the distance to
 * the nearest ink, and the ellipse inside the face box.
 */
final class Paper {
  private static final double CELLS_PER_PAGE_WIDTH = 768;

  private final TravelPrices prices;
  private final Box faceMm;
  private final double cellMm;
  private final double reachMm;
  private final double halfLineMm;
  private final int columns;
  private final int rows;
  private final float[] inkDistanceMm;

  Paper(TravelPrices prices, Drawing drawing, StrokeNetwork network) {
    this.prices = prices;
    faceMm = drawing.faceBoxMm();
    cellMm = drawing.page().widthMm() / CELLS_PER_PAGE_WIDTH;
    reachMm = prices.reachPageWidths() * drawing.page().widthMm();
    halfLineMm = drawing.page().lineWidthMm() / 2;
    columns = (int) CELLS_PER_PAGE_WIDTH + 1;
    rows = (int) Math.ceil(drawing.page().heightMm() / cellMm) + 1;
    inkDistanceMm = new float[columns * rows];
    Arrays.fill(inkDistanceMm, Float.POSITIVE_INFINITY);
    if (reachMm > 0) {
      for (Segment segment : network.segments()) {
        if (segment.from() != segment.to()) {
          spread(network.pointMm(segment.from()), network.pointMm(segment.to()));
        }
      }
    }
  }

  /** Writes the distance to a piece of ink into the cells within its reach. */
  private void spread(Point a, Point b) {
    int left = column(Math.min(a.x(), b.x()) - reachMm);
    int right = column(Math.max(a.x(), b.x()) + reachMm);
    int top = row(Math.min(a.y(), b.y()) - reachMm);
    int bottom = row(Math.max(a.y(), b.y()) + reachMm);
    for (int row = top; row <= bottom; row++) {
      for (int column = left; column <= right; column++) {
        Point centre = new Point(column * cellMm, row * cellMm);
        int cell = row * columns + column;
        float distanceMm = (float) centre.distanceToSegment(a, b);
        inkDistanceMm[cell] = Math.min(inkDistanceMm[cell], distanceMm);
      }
    }
  }

  /** The price of a straight hop. */
  double hop(Point from, Point to) {
    double lengthMm = from.distanceTo(to);
    int samples = 1 + (int) (lengthMm / cellMm);
    double perMm = 0;
    for (int i = 0; i < samples; i++) {
      double t = (i + 0.5) / samples;
      double x = from.x() + (to.x() - from.x()) * t;
      double y = from.y() + (to.y() - from.y()) * t;
      perMm += perMm(x, y);
    }
    return lengthMm * perMm / samples;
  }

  /** No hop between two pieces of ink that are this far apart is cheaper, but for ink between. */
  double atLeast(double lengthMm) {
    double nearMm = Math.min(lengthMm, 2 * reachMm);
    double inkMm = Math.min(lengthMm, 2 * Math.min(halfLineMm, reachMm));
    return prices.ink() * inkMm
        + prices.nearInk() * (nearMm - inkMm)
        + prices.paper() * (lengthMm - nearMm);
  }

  private double perMm(double x, double y) {
    double distanceMm = inkDistanceMm[row(y) * columns + column(x)];
    if (distanceMm <= halfLineMm && halfLineMm <= reachMm) {
      return prices.ink();
    }
    double perMm = distanceMm <= reachMm ? prices.nearInk() : prices.paper();
    return isInFace(x, y) ? prices.inFace() * perMm : perMm;
  }

  private boolean isInFace(double x, double y) {
    double right = (x - faceMm.centre().x()) / (faceMm.width() / 2);
    double down = (y - faceMm.centre().y()) / (faceMm.height() / 2);
    return right * right + down * down < 1;
  }

  private int column(double x) {
    return (int) Math.clamp(Math.rint(x / cellMm), 0, columns - 1.0);
  }

  private int row(double y) {
    return (int) Math.clamp(Math.rint(y / cellMm), 0, rows - 1.0);
  }
}
