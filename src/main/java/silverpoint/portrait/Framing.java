package silverpoint.portrait;

import silverpoint.geometry.Affine;
import silverpoint.geometry.Point;

/**
 * Composes head and shoulders on the page: some air above the hair, the eyes above the middle, the
 * shoulders out of the page. A photo that ends early stands on the lower edge all the same, as long
 * as the air above stays small.
 *
 * @param aspect width per height of the page
 */
record Framing(double aspect) {
  /** The crop's height, px: about twice what the toy's line can resolve. */
  static final int HEIGHT_PX = 384;

  /** Chest below the upper edge of the face box, in face boxes. */
  private static final double CHEST_PER_FACE = 1.25;

  /** Air above the hair, as a share of the height. */
  private static final double HEADROOM = 0.05;

  private static final double MAX_HEADROOM = 0.2;

  Framing {
    if (!(aspect > 0.2 && aspect < 5)) {
      throw new IllegalArgumentException("no page has this width per height: " + aspect);
    }
  }

  int widthPx() {
    return (int) Math.round(HEIGHT_PX * aspect);
  }

  /**
   * The map from picture px to crop px.
   *
   * @param faceCentre centre of the face box, picture px
   * @param faceSize side of the face box, picture px
   * @param rollRadians turn of the head
   * @param hairFaces height of the hair above the upper edge of the face box, in face boxes
   * @param belowFaces how far the picture goes on below the upper edge of the face box, in face
   *     boxes
   */
  Affine pictureToCrop(
      Point faceCentre, double faceSize, double rollRadians, double hairFaces, double belowFaces) {
    double heightFaces = (hairFaces + CHEST_PER_FACE) / (1 - HEADROOM);
    double missing = Math.max(0, CHEST_PER_FACE - belowFaces);
    double raised = Math.min(missing, (MAX_HEADROOM - HEADROOM) * heightFaces);
    double bottomFaces = CHEST_PER_FACE - raised;
    double scale = HEIGHT_PX / (heightFaces * faceSize);
    double faceCentreY = HEIGHT_PX * (1 - (bottomFaces - 0.5) / heightFaces);
    return Affine.translation(-faceCentre.x(), -faceCentre.y())
        .then(Affine.rotation(-rollRadians))
        .then(Affine.scaling(scale))
        .then(Affine.translation(widthPx() / 2.0, faceCentreY));
  }
}
