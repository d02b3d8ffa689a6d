package silverpoint.route;

import java.util.List;
import silverpoint.foundation.geometry.Point;

/** A pass over a chain in the direction of the line. */
record Step(Chain chain, boolean backwards) {
  int from() {
    return backwards ? chain.to() : chain.from();
  }

  int to() {
    return backwards ? chain.from() : chain.to();
  }

  List<Point> pathMm() {
    List<Point> points = chain.pathMm().points();
    return backwards ? points.reversed() : points;
  }
}
