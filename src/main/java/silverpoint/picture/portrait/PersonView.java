package silverpoint.picture.portrait;

import java.util.List;
import silverpoint.foundation.geometry.Affine;
import silverpoint.foundation.geometry.Box;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.image.GrayImage;
import silverpoint.foundation.image.Resampling;
import silverpoint.foundation.image.RgbImage;
import silverpoint.picture.face.Face;

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
  private static final Box SHOWN = new Box(0.5, 0.5, SIDE_PX - 1, SIDE_PX - 1);

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

  /** A mask of the crop that shows this person too. */
  GrayImage addedTo(GrayImage mask, Affine cropToPicture) {
    GrayImage more = in(cropToPicture, mask.width(), mask.height());
    float[] both = mask.toArray();
    for (int i = 0; i < both.length; i++) {
      both[i] = Math.max(both[i], more.at(i % mask.width(), i / mask.width()));
    }
    return new GrayImage(mask.width(), mask.height(), both);
  }

  /**
   * The mask of a crop as some views have it, where the view of whom a place is nearest to shows
   * it. Elsewhere it stays, but at the sides of the windows no higher than a person leaves them
   * there: shoulders slope down.
   */
  static GrayImage sharpened(GrayImage mask, List<PersonView> views, Affine cropToPicture) {
    if (views.isEmpty()) {
      return mask;
    }
    List<GrayImage> own =
        views.stream().map(view -> view.in(cropToPicture, mask.width(), mask.height())).toList();
    List<Affine> toWindows =
        views.stream().map(view -> cropToPicture.then(view.toPicture.inverse())).toList();
    float[] values = mask.toArray();
    for (int i = 0; i < values.length; i++) {
      int row = i / mask.width();
      int x = i % mask.width();
      Point pixel = new Point(x + 0.5, row + 0.5);
      boolean shown = false;
      boolean goesOn = false;
      float seen = 0;
      double nearest = Double.POSITIVE_INFINITY;
      for (int k = 0; k < views.size(); k++) {
        Point at = toWindows.get(k).apply(pixel);
        boolean inside = SHOWN.contains(at);
        double away = at.distanceTo(SHOWN.centre());
        if (away < nearest) {
          nearest = away;
          shown = inside;
        }
        if (inside) {
          seen = Math.max(seen, own.get(k).at(x, row));
        }
        goesOn |= inside || views.get(k).goesOnAt(at);
      }
      values[i] = shown ? seen : goesOn ? values[i] : 0;
    }
    return new GrayImage(mask.width(), mask.height(), values);
  }

  /** Whether a place beyond the window may show the person. */
  private boolean goesOnAt(Point at) {
    if (at.x() >= SHOWN.x() && at.x() <= SHOWN.right()) {
      return true;
    }
    return at.y() >= topRow(at.x() < SHOWN.x() ? 0 : SIDE_PX - 1);
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
