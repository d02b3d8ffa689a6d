package silverpoint.picture.stroke;

import silverpoint.foundation.geometry.Polyline;
import silverpoint.picture.portrait.FacePart;

/**
 * A polyline to be drawn once.
 *
 * @param pathMm on the page
 * @param source where the stroke comes from
 * @param salience how much the portrait would miss it, 0..1
 * @param part what of the person it shows
 */
public record Stroke(Polyline pathMm, Source source, double salience, FacePart part) {
  /** What saw the line. */
  public enum Source {
    /** the neural edge model */
    EDGE,
    /** the face mesh, where the edge model left a gap, and the eyes */
    MESH,
    /** the border of the person mask */
    OUTLINE,
    /** a dark mass of the face, filled */
    MASS,
    /** tone, added by a style */
    HATCH
  }

  /** A stroke of line art that nobody found a face in. */
  public Stroke(Polyline pathMm, Source source, double salience) {
    this(pathMm, source, salience, FacePart.OTHER);
  }

  public Stroke {
    if (!(salience >= 0 && salience <= 1)) {
      throw new IllegalArgumentException("salience must lie in 0..1: " + salience);
    }
  }

  /** Whether it shows what people look at first. */
  public boolean isEyeOrMouth() {
    return part == FacePart.EYE || part == FacePart.MOUTH;
  }

  /**
   * Whether it shows something dark, which may be drawn darker yet: a mass, tone, hair and its
   * border, brows, lashes, the mouth, and the rims of glasses. Skin, the bridge of the nose and
   * cloth are light.
   */
  public boolean isDark() {
    return switch (source) {
      case MASS, HATCH -> true;
      case EDGE, MESH, OUTLINE ->
          switch (part) {
            case EYE, BROW, MOUTH, GLASSES, OUTLINE, HAIR -> true;
            case NOSE, JAW, FACE, EAR, BODY, OTHER -> false;
          };
    };
  }
}
