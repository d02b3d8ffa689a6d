package silverpoint.portrait;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import silverpoint.face.Face;
import silverpoint.geometry.Affine;
import silverpoint.geometry.Point;
import silverpoint.image.GrayImage;
import silverpoint.image.Resampling;
import silverpoint.image.RgbImage;

/** Chooses the face to draw: large, central, sharp and sure. */
final class FaceChoice {
  private static final int SAMPLE_PX = 96;

  private FaceChoice() {}

  static Optional<Face> best(RgbImage image, List<Face> faces) {
    return faces.stream().max(Comparator.comparingDouble(face -> worth(image, face)));
  }

  /** The product of the virtues, so that none makes up for a missing one. */
  private static double worth(RgbImage image, Face face) {
    double diagonal = Math.hypot(image.width(), image.height());
    double offCentre =
        face.boxPx().centre().distanceTo(new Point(image.width() / 2.0, image.height() / 2.0))
            / (diagonal / 2);
    return face.sizePx() * (1 - 0.5 * offCentre) * (0.5 + sharpness(image, face)) * face.score();
  }

  /**
   * Contrast of the finest scale against all, at a fixed size of the face: 0 for a blur, towards 1
   * when crisp.
   */
  private static double sharpness(RgbImage image, Face face) {
    Affine toPicture =
        Affine.scaling(face.sizePx() / SAMPLE_PX)
            .then(
                Affine.translation(
                    face.boxPx().centre().x() - face.sizePx() / 2,
                    face.boxPx().centre().y() - face.sizePx() / 2));
    GrayImage luma =
        Resampling.window(image, toPicture, SAMPLE_PX, SAMPLE_PX, Resampling.Border.REPLICATE)
            .luma();
    GrayImage fine = luma.blurred(1);
    GrayImage coarse = luma.blurred(4);
    double high = 0;
    double low = 1e-6;
    for (int y = 0; y < SAMPLE_PX; y++) {
      for (int x = 0; x < SAMPLE_PX; x++) {
        high += Math.abs(luma.at(x, y) - fine.at(x, y));
        low += Math.abs(luma.at(x, y) - coarse.at(x, y));
      }
    }
    return Math.min(1, high / low);
  }
}
