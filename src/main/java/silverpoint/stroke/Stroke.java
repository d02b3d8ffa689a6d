package silverpoint.stroke;

import silverpoint.geometry.Polyline;

/**
 * A polyline to be drawn once.
 *
 * @param pathMm on the page
 * @param source where the stroke comes from
 * @param salience how much the portrait would miss it, 0..1
 */
public record Stroke(Polyline pathMm, Source source, double salience) {
  /** What saw the line. */
  public enum Source {
    /** the neural edge model */
    EDGE,
    /** the face mesh, where the edge model left a gap, and the eyes */
    MESH,
    /** the border of the person mask */
    OUTLINE,
    /** tone, added by a style */
    HATCH
  }

  public Stroke {
    if (!(salience >= 0 && salience <= 1)) {
      throw new IllegalArgumentException("salience must lie in 0..1: " + salience);
    }
  }
}
