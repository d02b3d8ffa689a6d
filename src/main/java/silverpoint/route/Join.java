package silverpoint.route;

import java.util.List;
import silverpoint.foundation.geometry.Point;
import silverpoint.route.StrokeNetwork.Site;

/**
 * A possible connector between two pieces of ink.
 *
 * @param from where it leaves ink
 * @param to where it meets ink again
 * @param pathMm from the one to the other
 * @param price in mm of ordinary line
 */
record Join(Site from, Site to, List<Point> pathMm, double price) {
  Join {
    pathMm = List.copyOf(pathMm);
  }

  static Join straight(Gap gap, Paper paper) {
    List<Point> path = List.of(gap.from().pointMm(), gap.to().pointMm());
    return new Join(gap.from(), gap.to(), path, paper.hop(path));
  }
}
