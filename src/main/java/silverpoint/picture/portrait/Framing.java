package silverpoint.picture.portrait;

import java.util.List;
import java.util.function.ToDoubleFunction;
import silverpoint.foundation.geometry.Affine;
import silverpoint.foundation.geometry.Box;
import silverpoint.foundation.geometry.Point;

/**
 * Composes head and shoulders, or a few of them side by side, on the page: some air above the hair,
 * the eyes above the middle, the shoulders out of the page. What is widest or highest fills the
 * page; where the page is higher than that, eyes lie on its upper third. A photo that ends early
 * stands on the lower edge all the same, as long as the air above stays small.
 *
 * @param aspect width per height of the page
 */
record Framing(double aspect) {
  /** The crop's short side, px: about twice what the toy's line can resolve. */
  private static final int SHORT_SIDE_PX = 384;

  /** Chest below the upper edge of the face box, in face boxes. */
  private static final double CHEST_PER_FACE = 1.4;

  /** Eyes below the upper edge of the face box, in face boxes. */
  private static final double EYES_PER_FACE = 0.25;

  /** Hair and the root of the shoulders beside the middle of the face, in face boxes. */
  private static final double SIDE_PER_FACE = 0.9;

  /** Height of ordinary hair above the upper edge of the face box, in face boxes. */
  static final double USUAL_HAIR_FACES = 0.5;

  /** Air above the hair, as a share of the height. */
  private static final double HEADROOM = 0.05;

  private static final double MAX_HEADROOM = 0.2;

  /**
   * A head in a picture.
   *
   * @param centre of the face box, picture px
   * @param sizePx side of the face box, picture px
   * @param hairFaces height of the hair above the upper edge of the face box, in face boxes
   * @param belowFaces how far the picture goes on below the upper edge of the face box, in face
   *     boxes
   */
  record Head(Point centre, double sizePx, double hairFaces, double belowFaces) {
    Head level(double rollRadians) {
      return new Head(Affine.rotation(-rollRadians).apply(centre), sizePx, hairFaces, belowFaces);
    }

    /** The upper edge of the face box in a picture of level heads. */
    double topPx() {
      return centre.y() - sizePx / 2;
    }
  }

  Framing {
    if (!(aspect > 0.2 && aspect < 5)) {
      throw new IllegalArgumentException("no page has this width per height: " + aspect);
    }
  }

  int widthPx() {
    return (int) Math.round(SHORT_SIDE_PX * Math.max(1, aspect));
  }

  int heightPx() {
    return (int) Math.round(SHORT_SIDE_PX / Math.min(1, aspect));
  }

  /**
   * The map from picture px to crop px.
   *
   * @param heads at least one
   * @param rollRadians turn of the heads
   */
  Affine pictureToCrop(List<Head> heads, double rollRadians) {
    List<Head> level = heads.stream().map(head -> head.level(rollRadians)).toList();
    double hairPx = least(level, head -> head.topPx() - head.hairFaces * head.sizePx);
    double chestPx = -least(level, head -> -(head.topPx() + CHEST_PER_FACE * head.sizePx));
    double floorPx = least(level, head -> head.topPx() + head.belowFaces * head.sizePx);
    double leftPx = least(level, head -> head.centre.x() - SIDE_PER_FACE * head.sizePx);
    double rightPx = -least(level, head -> -(head.centre.x() + SIDE_PER_FACE * head.sizePx));
    double eyesPx =
        level.stream()
            .mapToDouble(head -> head.topPx() + EYES_PER_FACE * head.sizePx)
            .average()
            .orElseThrow();
    double shownPx = Math.max((chestPx - hairPx) / (1 - HEADROOM), (rightPx - leftPx) / aspect);
    double most = MAX_HEADROOM * shownPx;
    double air = Math.clamp(shownPx / 3 - (eyesPx - hairPx), HEADROOM * shownPx, most);
    double missing = Math.max(0, hairPx - air + shownPx - floorPx);
    double topPx = hairPx - Math.min(air + missing, most);
    double scale = heightPx() / shownPx;
    return Affine.rotation(-rollRadians)
        .then(Affine.translation(-(leftPx + rightPx) / 2, -topPx))
        .then(Affine.scaling(scale))
        .then(Affine.translation(widthPx() / 2.0, 0));
  }

  /** What is drawn of a picture, px, as long as its heads are level. */
  Box shownPx(List<Head> heads) {
    Affine cropToPicture = pictureToCrop(heads, 0).inverse();
    return Box.around(
        List.of(
            cropToPicture.apply(new Point(0, 0)),
            cropToPicture.apply(new Point(widthPx(), heightPx()))));
  }

  private static double least(List<Head> heads, ToDoubleFunction<Head> value) {
    return heads.stream().mapToDouble(value).min().orElseThrow();
  }
}
