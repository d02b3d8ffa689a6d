package silverpoint.picture.portrait;

import java.util.List;
import silverpoint.foundation.image.RgbImage;
import silverpoint.picture.face.Face;

/** Seam: whom of a picture to draw. */
@FunctionalInterface
public interface FaceChoice {
  /** More faces are too small to be drawn with a line as wide as the toy's. */
  int MOST_PEOPLE = 3;

  /**
   * Those to be drawn, the main one first; empty when nobody is.
   *
   * @param faces all that were found in the picture, px
   */
  List<Face> of(RgbImage picture, List<Face> faces);

  /** The best face, and up to so many together with those who stand beside. */
  static FaceChoice upTo(int people) {
    return new BestFaces(people);
  }

  /**
   * Those who were seen before, the main one first, wherever a face of the picture is still at
   * their place; the best face alone when none is.
   */
  static FaceChoice like(List<Face> seen) {
    return new KnownFaces(seen);
  }
}
