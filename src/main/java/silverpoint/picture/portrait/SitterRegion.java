package silverpoint.picture.portrait;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import silverpoint.foundation.geometry.Box;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.image.GrayImage;

/**
 * What belongs to those who are drawn, where others stand close: every place is whose face is
 * nearest, in widths of that face.
 *
 * @param sitters face boxes, crop px; at least one
 * @param bystanders face boxes of others
 */
record SitterRegion(List<Box> sitters, List<Box> bystanders) {
  /** Lines fade over this distance from the border, in faces. */
  private static final double FADE_FACES = 0.15;

  /** A box nearer to a sitter than this is the sitter's own face again, or something on it. */
  private static final double SAME_FACE = 0.8;

  SitterRegion {
    sitters = List.copyOf(sitters);
    List<Box> drawn = sitters;
    bystanders =
        bystanders.stream().filter(box -> facesAway(drawn, box.centre()) > SAME_FACE).toList();
  }

  /** The mask without what belongs to bystanders. */
  GrayImage without(GrayImage person) {
    return weighted(person, nearer -> nearer > 0 ? 1 : 0);
  }

  /** The vignette, falling to 0 where the bystanders' places begin. */
  GrayImage faded(GrayImage vignette) {
    return weighted(vignette, nearer -> Math.clamp(nearer / FADE_FACES, 0.0, 1.0));
  }

  private GrayImage weighted(GrayImage image, DoubleUnaryOperator weight) {
    if (bystanders.isEmpty()) {
      return image;
    }
    float[] values = image.toArray();
    for (int i = 0; i < values.length; i++) {
      int row = i / image.width();
      Point at = new Point(i % image.width() + 0.5, row + 0.5);
      values[i] *= (float) weight.applyAsDouble(facesAway(bystanders, at) - facesAway(sitters, at));
    }
    return new GrayImage(image.width(), image.height(), values);
  }

  private static double facesAway(List<Box> faces, Point at) {
    return faces.stream()
        .mapToDouble(face -> at.distanceTo(face.centre()) / Math.max(1e-6, face.width()))
        .min()
        .orElse(Double.POSITIVE_INFINITY);
  }
}
