package silverpoint.picture.portrait;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import silverpoint.foundation.geometry.Affine;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.image.GrayImage;
import silverpoint.foundation.image.Resampling;
import silverpoint.foundation.image.RgbImage;
import silverpoint.picture.face.Face;

/**
 * Chooses the face to draw: large, central, sharp and sure; and, where more than one may be drawn,
 * who stands beside.
 */
record BestFaces(int mostPeople) implements FaceChoice {
  private static final int SAMPLE_PX = 96;

  BestFaces {
    if (mostPeople < 1 || mostPeople > MOST_PEOPLE) {
      throw new IllegalArgumentException(
          "a portrait shows 1 to " + MOST_PEOPLE + " people, not " + mostPeople);
    }
  }

  @Override
  public List<Face> of(RgbImage picture, List<Face> faces) {
    Optional<Face> best =
        faces.stream().max(Comparator.comparingDouble(face -> worth(picture, face)));
    List<Face> chosen = new ArrayList<>();
    best.ifPresent(chosen::add);
    while (!chosen.isEmpty() && chosen.size() < mostPeople) {
      Optional<Face> next =
          faces.stream()
              .filter(face -> !chosen.contains(face))
              .filter(face -> chosen.stream().anyMatch(face::isBeside))
              .min(Comparator.comparingDouble(face -> face.apartPx(chosen.getFirst())));
      if (next.isEmpty()) {
        break;
      }
      chosen.add(next.get());
    }
    return chosen;
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
