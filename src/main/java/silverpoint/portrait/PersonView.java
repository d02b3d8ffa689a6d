package silverpoint.portrait;

import java.util.List;
import silverpoint.face.Face;
import silverpoint.geometry.Affine;
import silverpoint.geometry.Box;
import silverpoint.geometry.Point;
import silverpoint.image.GrayImage;
import silverpoint.image.Resampling;
import silverpoint.image.RgbImage;

/**
 * One person in a square window around the head, in which the eyes are level.
 *
 * @param person the person's mask in the window
 * @param toPicture from the window's px to the picture's
 * @param sideFaces side of the window in face boxes
 */
record PersonView(GrayImage person, Affine toPicture, double sideFaces) {
  /** Shows the hair and the shoulders whole. */
  static final double WIDE_FACES = 3.4;

  /** Fills the window with head and shoulders, so that flags and walls are not taken for them. */
  static final double CLOSE_FACES = 2.6;

  private static final int SIDE_PX = 256;

  /** Hair, hats and bald heads end between these heights above the face box, in face boxes. */
  private static final double MIN_HAIR_FACES = 0.2;

  private static final double MAX_HAIR_FACES = 1.0;

  static PersonView of(
      RgbImage image, Face face, double rollRadians, double sideFaces, PersonSegmenter segmenter) {
    double pxPerFace = SIDE_PX / sideFaces;
    Affine toPicture =
        Affine.translation(-SIDE_PX / 2.0, -SIDE_PX / 2.0)
            .then(Affine.scaling(face.sizePx() / pxPerFace))
            .then(Affine.rotation(rollRadians))
            .then(Affine.translation(face.boxPx().centre().x(), face.boxPx().centre().y()));
    double corner = (SIDE_PX - pxPerFace) / 2;
    GrayImage person =
        segmenter.segment(
            Resampling.window(image, toPicture, SIDE_PX, SIDE_PX, Resampling.Border.REPLICATE),
            List.of(new Box(corner, corner, pxPerFace, pxPerFace)));
    return new PersonView(person, toPicture, sideFaces);
  }

  /** Height of the person above the face box, in face boxes. */
  double hairFaces() {
    double pxPerFace = SIDE_PX / sideFaces;
    int left = (int) Math.round((SIDE_PX - pxPerFace) / 2);
    int right = (int) Math.round((SIDE_PX + pxPerFace) / 2);
    double faceTop = (SIDE_PX - pxPerFace) / 2;
    for (int y = 0; y < faceTop; y++) {
      int seen = 0;
      for (int x = left; x < right; x++) {
        seen += person.at(x, y) >= 0.5 ? 1 : 0;
      }
      if (seen > pxPerFace / 10) {
        return Math.clamp((faceTop - y) / pxPerFace, MIN_HAIR_FACES, MAX_HAIR_FACES);
      }
    }
    return MIN_HAIR_FACES;
  }

  /** The mask in the px of a crop, 0 beyond the window. */
  GrayImage in(Affine cropToPicture, int widthPx, int heightPx) {
    return Resampling.window(
        person,
        cropToPicture.then(toPicture.inverse()),
        widthPx,
        heightPx,
        Resampling.Border.BLACK);
  }

  /**
   * The mask in the px of a crop, and what another view has beyond the window: at its sides no
   * higher than the person leaves it there, since shoulders slope down.
   */
  GrayImage over(GrayImage other, Affine cropToPicture) {
    Affine toWindow = cropToPicture.then(toPicture.inverse());
    GrayImage own = in(cropToPicture, other.width(), other.height());
    int left = topRow(0);
    int right = topRow(SIDE_PX - 1);
    Box shown = new Box(0.5, 0.5, SIDE_PX - 1, SIDE_PX - 1);
    float[] values = other.toArray();
    for (int i = 0; i < values.length; i++) {
      int row = i / other.width();
      int x = i % other.width();
      Point at = toWindow.apply(new Point(x + 0.5, row + 0.5));
      if (shown.contains(at)) {
        values[i] = own.at(x, row);
      } else if ((at.x() < shown.x() && at.y() < left)
          || (at.x() > shown.right() && at.y() < right)) {
        values[i] = 0;
      }
    }
    return new GrayImage(other.width(), other.height(), values);
  }

  /** The highest row in which a column shows the person. */
  private int topRow(int x) {
    int y = 0;
    while (y < SIDE_PX && person.at(x, y) < 0.5) {
      y++;
    }
    return y;
  }
}
