package silverpoint.picture.portrait;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import silverpoint.foundation.image.RgbImage;
import silverpoint.picture.face.Face;

/**
 * Finds faces that were seen before again, by their place.
 *
 * @param seen the main one first, px
 */
record KnownFaces(List<Face> seen) implements FaceChoice {
  /** Boxes of one face overlap at least so much, as intersection over union. */
  private static final double SAME = 0.3;

  KnownFaces {
    seen = List.copyOf(seen);
    if (seen.size() > MOST_PEOPLE) {
      throw new IllegalArgumentException(
          "a portrait shows at most " + MOST_PEOPLE + " people, not " + seen.size());
    }
  }

  @Override
  public List<Face> of(RgbImage picture, List<Face> faces) {
    List<Face> chosen = new ArrayList<>();
    for (Face known : seen) {
      faces.stream()
          .filter(face -> !chosen.contains(face))
          .filter(face -> overlap(face, known) > SAME)
          .max(Comparator.comparingDouble(face -> overlap(face, known)))
          .ifPresent(chosen::add);
    }
    return chosen.isEmpty() ? new BestFaces(1).of(picture, faces) : chosen;
  }

  private static double overlap(Face a, Face b) {
    return a.boxPx().overlap(b.boxPx());
  }
}
