package silverpoint.route;

import java.util.List;
import silverpoint.foundation.geometry.Point;

/**
 * The way in which a half-edge leaves its vertex, as far as turning from another half-edge into it
 * costs: the sense in which each axis moves first, 0 for an axis that never does, and the
 * direction, a unit vector.
 */
record Turn(int senseX, int senseY, Point direction) {
  static final Turn NOWHERE = new Turn(0, 0, new Point(0, 0));

  /**
   * The half-edge at the start of a path.
   *
   * @param swingMm an axis moves only once it has moved by more than this
   */
  static Turn leaving(List<Point> pathMm, double swingMm) {
    Point vertex = pathMm.getFirst();
    int senseX = 0;
    int senseY = 0;
    Point direction = NOWHERE.direction;
    for (Point point : pathMm) {
      double x = point.x() - vertex.x();
      double y = point.y() - vertex.y();
      senseX = senseX == 0 && Math.abs(x) > swingMm ? (int) Math.signum(x) : senseX;
      senseY = senseY == 0 && Math.abs(y) > swingMm ? (int) Math.signum(y) : senseY;
      double away = Math.sqrt(x * x + y * y);
      if (away > 0 && direction.equals(NOWHERE.direction)) {
        direction = new Point(x / away, y / away);
      }
      if (senseX != 0 && senseY != 0) {
        break;
      }
    }
    return new Turn(senseX, senseY, direction);
  }

  /** The half-edge at the start of a straight path; the axes move as in {@link #leaving}. */
  static Turn towards(Point vertex, Point end, double swingMm) {
    double x = end.x() - vertex.x();
    double y = end.y() - vertex.y();
    double away = Math.sqrt(x * x + y * y);
    return new Turn(
        Math.abs(x) > swingMm ? (int) Math.signum(x) : 0,
        Math.abs(y) > swingMm ? (int) Math.signum(y) : 0,
        away > 0 ? new Point(x / away, y / away) : NOWHERE.direction);
  }

  /**
   * This half-edge for a line that comes in over it after it has come in over another: an axis that
   * stands still along this half-edge goes on as it came.
   */
  Turn after(Turn before) {
    boolean keepsX = senseX != 0 || before.senseX == 0;
    boolean keepsY = senseY != 0 || before.senseY == 0;
    return keepsX && keepsY
        ? this
        : new Turn(keepsX ? senseX : before.senseX, keepsY ? senseY : before.senseY, direction);
  }

  /**
   * Time for coming in over this half-edge and leaving over {@code other}, or the other way round,
   * s.
   */
  double timeS(Turn other, MachinePace pace) {
    boolean ofX = senseX * other.senseX > 0;
    boolean ofY = senseY * other.senseY > 0;
    if (ofX || ofY) {
      return pace.reversalS(ofX, ofY);
    }
    boolean nowhere = direction.equals(NOWHERE.direction);
    return nowhere || other.direction.equals(NOWHERE.direction)
        ? 0
        : pace.cornerS(direction, other.direction);
  }
}
