package silverpoint.route;

import java.util.List;
import silverpoint.geometry.Point;

/**
 * The way in which an arm leaves its vertex, as far as turning from another arm into it costs: the
 * sense in which each axis moves first, 0 for an axis that never does, and the direction. Costs are
 * in reversals of an axis; among turns with equally many the straighter one looks better.
 */
record Turn(double senseX, double senseY, Point direction) {
  static final Turn NOWHERE = new Turn(0, 0, new Point(0, 0));

  private static final double X_REVERSAL = 1.0;
  private static final double Y_REVERSAL = 1.0;
  private static final double U_TURN = 0.3;

  /**
   * The arm at the start of a path.
   *
   * @param swingMm an axis moves only once it has moved by more than this
   */
  static Turn leaving(List<Point> pathMm, double swingMm) {
    Point vertex = pathMm.getFirst();
    double senseX = 0;
    double senseY = 0;
    Point direction = NOWHERE.direction;
    for (Point point : pathMm) {
      Point away = point.minus(vertex);
      senseX = senseX == 0 && Math.abs(away.x()) > swingMm ? Math.signum(away.x()) : senseX;
      senseY = senseY == 0 && Math.abs(away.y()) > swingMm ? Math.signum(away.y()) : senseY;
      if (direction.equals(NOWHERE.direction) && away.norm() > 0) {
        direction = away.times(1 / away.norm());
      }
      if (senseX != 0 && senseY != 0) {
        break;
      }
    }
    return new Turn(senseX, senseY, direction);
  }

  /** The cost of coming in over this arm and leaving over {@code other}, or the other way round. */
  double costOf(Turn other) {
    double cost = U_TURN * (1 + direction.dot(other.direction)) / 2;
    cost += senseX * other.senseX > 0 ? X_REVERSAL : 0;
    return cost + (senseY * other.senseY > 0 ? Y_REVERSAL : 0);
  }
}
