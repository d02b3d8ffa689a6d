package silverpoint.portrait;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import silverpoint.face.Face;
import silverpoint.face.FaceMesh;
import silverpoint.face.FaceMesher;
import silverpoint.geometry.Affine;
import silverpoint.geometry.Box;
import silverpoint.geometry.Point;
import silverpoint.image.GrayImage;
import silverpoint.image.Resampling;
import silverpoint.image.RgbImage;

/** Chooses the best face of a frame and makes its portrait. */
public final class PortraitMaker {
  /** Side of the crop, px: about twice what the toy's line can resolve. */
  public static final int CROP_PX = 384;

  /** Side of the crop in face boxes. */
  private static final double CROP_PER_FACE = 2.0;

  /**
   * The crop's centre lies this share of its side above the face's: hair needs more room than neck.
   */
  private static final double CENTRE_UP = 0.06;

  private static final int FACE_PROBES = 10;

  /** A mask that shows less of the face box than this has lost the person. */
  private static final double MIN_FACE_SEEN = 0.6;

  private final FaceMesher mesher;
  private final PersonSegmenter segmenter;

  public PortraitMaker(FaceMesher mesher, PersonSegmenter segmenter) {
    this.mesher = mesher;
    this.segmenter = segmenter;
  }

  /** The portrait of the best of the faces, or empty when there is none. */
  public Optional<Portrait> make(RgbImage image, List<Face> faces) {
    return faces.stream()
        .max(Comparator.comparingDouble(face -> worth(image, face)))
        .map(face -> portrait(image, face));
  }

  private Portrait portrait(RgbImage image, Face face) {
    Optional<FaceMesh> mesh = mesher.fit(image, face);
    double roll = mesh.map(FaceMesh::rollRadians).orElse(face.rollRadians());
    double scale = CROP_PX / (face.sizePx() * CROP_PER_FACE);
    Point centre = face.boxPx().centre();
    Affine pictureToCrop =
        Affine.translation(-centre.x(), -centre.y())
            .then(Affine.rotation(-roll))
            .then(Affine.scaling(scale))
            .then(Affine.translation(CROP_PX / 2.0, CROP_PX * (0.5 + CENTRE_UP)));
    RgbImage crop =
        Resampling.window(
            image, pictureToCrop.inverse(), CROP_PX, CROP_PX, Resampling.Border.REPLICATE);
    double side = face.sizePx() * scale;
    Point faceCentre = pictureToCrop.apply(centre);
    Box faceBox = new Box(faceCentre.x() - side / 2, faceCentre.y() - side / 2, side, side);
    return new Portrait(
        crop,
        pictureToCrop,
        face,
        faceBox,
        mesh.map(m -> m.transformed(pictureToCrop)),
        person(crop, faceBox));
  }

  /**
   * The person's mask; the whole crop when the model loses the face itself, as in coarse prints.
   */
  private GrayImage person(RgbImage crop, Box faceBox) {
    GrayImage mask = segmenter.segment(crop);
    int seen = 0;
    for (int k = 0; k < FACE_PROBES * FACE_PROBES; k++) {
      int row = k / FACE_PROBES;
      double x = faceBox.x() + (k % FACE_PROBES + 0.5) / FACE_PROBES * faceBox.width();
      double y = faceBox.y() + (row + 0.5) / FACE_PROBES * faceBox.height();
      seen += mask.sample(new Point(x, y)) >= 0.5 ? 1 : 0;
    }
    if (seen >= MIN_FACE_SEEN * FACE_PROBES * FACE_PROBES) {
      return mask;
    }
    float[] all = new float[crop.width() * crop.height()];
    Arrays.fill(all, 1);
    return new GrayImage(crop.width(), crop.height(), all);
  }

  /** Large, central, sharp and sure: the product, so that no virtue makes up for a missing one. */
  private static double worth(RgbImage image, Face face) {
    double diagonal = Math.hypot(image.width(), image.height());
    double offCentre =
        face.boxPx().centre().distanceTo(new Point(image.width() / 2.0, image.height() / 2.0))
            / (diagonal / 2);
    return face.sizePx() * (1 - 0.5 * offCentre) * (0.5 + sharpness(image, face)) * face.score();
  }

  /**
   * Contrast of the finest of three scales against all, at a fixed size of the face: 0 for a blur,
   * towards 1 for a crisp picture.
   */
  private static double sharpness(RgbImage image, Face face) {
    int size = 96;
    Affine toPicture =
        Affine.scaling(face.sizePx() / size)
            .then(
                Affine.translation(
                    face.boxPx().centre().x() - face.sizePx() / 2,
                    face.boxPx().centre().y() - face.sizePx() / 2));
    GrayImage luma =
        Resampling.window(image, toPicture, size, size, Resampling.Border.REPLICATE).luma();
    GrayImage fine = luma.blurred(1);
    GrayImage coarse = luma.blurred(4);
    double high = 0;
    double low = 1e-6;
    for (int y = 0; y < size; y++) {
      for (int x = 0; x < size; x++) {
        high += Math.abs(luma.at(x, y) - fine.at(x, y));
        low += Math.abs(luma.at(x, y) - coarse.at(x, y));
      }
    }
    return Math.min(1, high / low);
  }
}
