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
record Connector(Site from, Site to, List<Point> pathMm, double price) {
  Connector {
    pathMm = List.copyOf(pathMm);
  }

  static Connector straight(Gap gap, Paper paper) {
    List<Point> path = List.of(gap.from().pointMm(), gap.to().pointMm());
    return new Connector(gap.from(), gap.to(), path, paper.connector(path));
  }
}
