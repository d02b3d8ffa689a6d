package silverpoint.picture.tone;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.geometry.Polyline;
import silverpoint.foundation.image.GrayImage;
import silverpoint.foundation.image.Mask;

/**
 * Evenly spaced lines that follow a flow inside a region (Jobard and Lefer 1997). What leads from
 * one to the next is left to the router, which turns where two of them end beside each other.
 */
final class Streamlines {
  private static final double STEP_PX = 1;
  private static final double SMOOTHING_PX = 2;

  /** A growing line may come this much closer to another than the spacing before it ends. */
  private static final double CLOSEST_PER_SPACING = 0.6;

  private final FlowField flow;
  private final Mask region;
  private final GrayImage spacingPx;
  private final double widestPx;
  private final double minLengthPx;
  private final List<List<Point>> cells = new ArrayList<>();
  private final int columns;

  /**
   * Lines in a region.
   *
   * @param spacingPx distance of neighbours at each place
   * @param widestPx the largest of it
   */
  Streamlines(
      FlowField flow, Mask region, GrayImage spacingPx, double widestPx, double minLengthPx) {
    this.flow = flow;
    this.region = region;
    this.spacingPx = spacingPx;
    this.widestPx = widestPx;
    this.minLengthPx = minLengthPx;
    columns = (int) Math.ceil(region.width() / widestPx) + 1;
    int rows = (int) Math.ceil(region.height() / widestPx) + 1;
    for (int i = 0; i < columns * rows; i++) {
      cells.add(new ArrayList<>());
    }
  }

  /** The lines, px; seeds are tried row by row. */
  List<Polyline> lines() {
    List<Polyline> lines = new ArrayList<>();
    for (int y = 0; y < region.height(); y += 2) {
      for (int x = 0; x < region.width(); x += 2) {
        Point seed = new Point(x + 0.5, y + 0.5);
        if (region.at(x, y) && isFree(seed, spacingPx.sample(seed))) {
          List<Point> line = grow(seed);
          if (line.size() * STEP_PX >= minLengthPx) {
            line.forEach(this::occupy);
            lines.add(new Polyline(line).smoothed(SMOOTHING_PX, STEP_PX));
          }
        }
      }
    }
    return lines;
  }

  private List<Point> grow(Point seed) {
    Point direction = flow.along(seed, new Point(1, 0));
    List<Point> line = new ArrayList<>(half(seed, direction.times(-1)));
    Collections.reverse(line);
    line.add(seed);
    line.addAll(half(seed, direction));
    return line;
  }

  private List<Point> half(Point seed, Point direction) {
    List<Point> line = new ArrayList<>();
    Point at = seed;
    Point heading = direction;
    int longest = region.width() + region.height();
    while (line.size() < longest) {
      heading = flow.along(at, heading);
      at = at.plus(heading.times(STEP_PX));
      boolean inside = region.at((int) Math.floor(at.x()), (int) Math.floor(at.y()));
      if (!inside || !isFree(at, CLOSEST_PER_SPACING * spacingPx.sample(at))) {
        break;
      }
      line.add(at);
    }
    return line;
  }

  private void occupy(Point point) {
    cells.get(cell(point.x(), point.y())).add(point);
  }

  private int cell(double x, double y) {
    int row = (int) (y / widestPx);
    int column = (int) (x / widestPx);
    return row * columns + column;
  }

  private boolean isFree(Point point, double distancePx) {
    for (int dy = -1; dy <= 1; dy++) {
      for (int dx = -1; dx <= 1; dx++) {
        int column = (int) (point.x() / widestPx) + dx;
        int row = (int) (point.y() / widestPx) + dy;
        int cell = row * columns + column;
        if (column >= 0 && column < columns && row >= 0 && cell < cells.size()) {
          for (Point other : cells.get(cell)) {
            if (other.distanceTo(point) < distancePx) {
              return false;
            }
          }
        }
      }
    }
    return true;
  }
}
