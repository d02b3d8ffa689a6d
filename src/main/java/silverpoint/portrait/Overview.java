package silverpoint.portrait;

import java.util.List;
import silverpoint.face.Face;
import silverpoint.geometry.Affine;
import silverpoint.geometry.Box;
import silverpoint.image.GrayImage;
import silverpoint.image.Resampling;
import silverpoint.image.RgbImage;

/**
 * A first look at one person, before the portrait is composed.
 *
 * @param person the person's mask in a window around the head
 * @param toPicture from the window's px to the picture's
 */
record Overview(GrayImage person, Affine toPicture) {
  /** Side of the window in face boxes, and px. */
  private static final double SIDE_FACES = 3.4;

  private static final int SIDE_PX = 256;
  private static final double PX_PER_FACE = SIDE_PX / SIDE_FACES;

  /** Hair, hats and bald heads end between these heights above the face box, in face boxes. */
  private static final double MIN_HAIR_FACES = 0.2;

  private static final double MAX_HAIR_FACES = 1.0;

  static Overview of(RgbImage image, Face face, double rollRadians, PersonSegmenter segmenter) {
    Affine toPicture =
        Affine.translation(-SIDE_PX / 2.0, -SIDE_PX / 2.0)
            .then(Affine.scaling(face.sizePx() / PX_PER_FACE))
            .then(Affine.rotation(rollRadians))
            .then(Affine.translation(face.boxPx().centre().x(), face.boxPx().centre().y()));
    double corner = (SIDE_PX - PX_PER_FACE) / 2;
    GrayImage person =
        segmenter.segment(
            Resampling.window(image, toPicture, SIDE_PX, SIDE_PX, Resampling.Border.REPLICATE),
            List.of(new Box(corner, corner, PX_PER_FACE, PX_PER_FACE)));
    return new Overview(person, toPicture);
  }

  /** Height of the person above the face box, in face boxes. */
  double hairFaces() {
    int left = (int) Math.round((SIDE_PX - PX_PER_FACE) / 2);
    int right = (int) Math.round((SIDE_PX + PX_PER_FACE) / 2);
    double faceTop = (SIDE_PX - PX_PER_FACE) / 2;
    for (int y = 0; y < faceTop; y++) {
      int seen = 0;
      for (int x = left; x < right; x++) {
        seen += person.at(x, y) >= 0.5 ? 1 : 0;
      }
      if (seen > PX_PER_FACE / 10) {
        return Math.clamp((faceTop - y) / PX_PER_FACE, MIN_HAIR_FACES, MAX_HAIR_FACES);
      }
    }
    return MIN_HAIR_FACES;
  }

  /** A mask of the crop that shows this person too. */
  GrayImage addedTo(GrayImage mask, Affine cropToPicture) {
    GrayImage more =
        Resampling.window(
            person,
            cropToPicture.then(toPicture.inverse()),
            mask.width(),
            mask.height(),
            Resampling.Border.BLACK);
    float[] both = mask.toArray();
    for (int i = 0; i < both.length; i++) {
      both[i] = Math.max(both[i], more.at(i % mask.width(), i / mask.width()));
    }
    return new GrayImage(mask.width(), mask.height(), both);
  }
}
