package silverpoint.route;

import silverpoint.geometry.Polyline;

/**
 * A way between two vertices with no choice in between: a run of ink, or a straight hop over paper.
 *
 * @param from vertex at the start of the path
 * @param to vertex at the end of the path; a loop comes back to {@code from}
 * @param ink whether it is part of the strokes, which must be drawn
 */
record Chain(int from, int to, Polyline pathMm, boolean ink, double lengthMm) {
  Chain(int from, int to, Polyline pathMm, boolean ink) {
    this(from, to, pathMm, ink, pathMm.length());
  }

  int other(int end) {
    return end == from ? to : from;
  }
}
