package silverpoint.picture.tracing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import silverpoint.foundation.geometry.Point;

/** The lines traced so far, with a grid of cells to find the points near a place; px. */
final class LineGrid {
  private static final int CELL_PX = 4;

  /** A point of a line, and the line's direction there. */
  record Mark(List<Point> line, int index, Point along) {
    Point point() {
      return line.get(index);
    }

    /** The point so many points farther on in a direction, or the end before that. */
    Point ahead(Point heading, int points) {
      int target = along.dot(heading) >= 0 ? index + points : index - points;
      return line.get(Math.clamp(target, 0, line.size() - 1));
    }

    /** The points of the line from here to another mark of it. */
    List<Point> way(Mark to) {
      return index <= to.index
          ? line.subList(index, to.index + 1)
          : line.subList(to.index, index + 1).reversed();
    }
  }

  private final int columns;
  private final int rows;
  private final List<List<Mark>> cells = new ArrayList<>();

  LineGrid(int widthPx, int heightPx) {
    columns = widthPx / CELL_PX + 1;
    rows = heightPx / CELL_PX + 1;
    for (int i = 0; i < columns * rows; i++) {
      cells.add(new ArrayList<>(0));
    }
  }

  void add(List<Point> points) {
    List<Point> line = List.copyOf(points);
    for (int i = 0; i < points.size(); i++) {
      Point step =
          points.get(Math.min(i + 1, points.size() - 1)).minus(points.get(Math.max(i - 1, 0)));
      double length = step.norm();
      if (length > 0) {
        Point at = points.get(i);
        cells.get(cell(at)).add(new Mark(line, i, step.times(1 / length)));
      }
    }
  }

  /** The line that has this very point. */
  Optional<Mark> at(Point point) {
    return cells.get(cell(point)).stream().filter(mark -> mark.point().equals(point)).findFirst();
  }

  private int cell(Point at) {
    int column = Math.clamp((int) (at.x() / CELL_PX), 0, columns - 1);
    int row = Math.clamp((int) (at.y() / CELL_PX), 0, rows - 1);
    return row * columns + column;
  }

  /**
   * The nearest point of a line within {@code reachPx} whose direction differs from {@code along}
   * by no more than an angle, either way.
   */
  Optional<Mark> nearest(Point at, double reachPx, Point along, double minCosine) {
    Optional<Mark> best = Optional.empty();
    double least = reachPx;
    int reach = (int) Math.ceil(reachPx / CELL_PX);
    int column = (int) (at.x() / CELL_PX);
    int row = (int) (at.y() / CELL_PX);
    for (int r = Math.max(0, row - reach); r <= Math.min(rows - 1, row + reach); r++) {
      for (int c = Math.max(0, column - reach); c <= Math.min(columns - 1, column + reach); c++) {
        for (Mark mark : cells.get(r * columns + c)) {
          double distance = mark.point().distanceTo(at);
          if (distance <= least && Math.abs(mark.along().dot(along)) >= minCosine) {
            least = distance;
            best = Optional.of(mark);
          }
        }
      }
    }
    return best;
  }
}
