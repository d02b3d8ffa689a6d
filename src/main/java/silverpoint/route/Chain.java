package silverpoint.route;

import silverpoint.foundation.geometry.Polyline;

/**
 * A way between two vertices with no choice in between.
 *
 * @param from vertex at the start of the path
 * @param to vertex at the end of the path; a loop comes back to {@code from}
 */
record Chain(int from, int to, Polyline pathMm, Kind kind, double lengthMm) {
  /** What lies along the chain. */
  enum Kind {
    /** a part of the strokes, which must be drawn */
    INK,
    /** a part of the strokes that another pass makes darker to its good */
    DARK_INK,
    /** a straight connector over paper */
    CONNECTOR
  }

  Chain(int from, int to, Polyline pathMm, Kind kind) {
    this(from, to, pathMm, kind, pathMm.length());
  }

  boolean ink() {
    return kind != Kind.CONNECTOR;
  }

  int other(int end) {
    return end == from ? to : from;
  }
}
