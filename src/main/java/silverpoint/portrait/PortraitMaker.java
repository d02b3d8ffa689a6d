package silverpoint.portrait;

import java.util.Arrays;
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

/** Chooses the best face of a frame, composes it on the page and makes its portrait. */
public final class PortraitMaker {
  /** A first look at the person, to find the hair: its side in face boxes, and px. */
  private static final double OVERVIEW_PER_FACE = 3.4;

  private static final int OVERVIEW_PX = 256;

  /** Hair, hats and bald heads end between these heights above the face box, in face boxes. */
  private static final double MIN_HAIR_FACES = 0.2;

  private static final double MAX_HAIR_FACES = 1.0;
  private static final int FACE_PROBES = 10;

  /** A mask that shows less of the face box than this has lost the person. */
  private static final double MIN_FACE_SEEN = 0.6;

  private final FaceMesher mesher;
  private final PersonSegmenter segmenter;
  private final Framing framing;

  /**
   * @param pageAspect width per height of the page that the portrait is composed for
   */
  public PortraitMaker(FaceMesher mesher, PersonSegmenter segmenter, double pageAspect) {
    this.mesher = mesher;
    this.segmenter = segmenter;
    framing = new Framing(pageAspect);
  }

  /** The portrait of the best of the faces, or empty when there is none. */
  public Optional<Portrait> make(RgbImage image, List<Face> faces) {
    return FaceChoice.best(image, faces).map(face -> portrait(image, face));
  }

  private Portrait portrait(RgbImage picture, Face face) {
    FaceLight light = FaceLight.of(picture, face);
    RgbImage image = light.improved(picture, face.sizePx());
    Optional<FaceMesh> mesh = mesher.fit(image, face);
    double roll = mesh.map(FaceMesh::rollRadians).orElse(face.rollRadians());
    Point centre = face.boxPx().centre();
    Affine pictureToCrop =
        framing.pictureToCrop(
            centre,
            face.sizePx(),
            roll,
            hairFaces(image, face, roll),
            belowFaces(image, face, roll));
    Affine cropToPicture = pictureToCrop.inverse();
    int width = framing.widthPx();
    int height = Framing.HEIGHT_PX;
    RgbImage crop =
        Resampling.window(image, cropToPicture, width, height, Resampling.Border.REPLICATE);
    double side = face.sizePx() * pictureToCrop.scale();
    Point faceCentre = pictureToCrop.apply(centre);
    Box faceBox = new Box(faceCentre.x() - side / 2, faceCentre.y() - side / 2, side, side);
    return new Portrait(
        crop,
        pictureToCrop,
        face,
        faceBox,
        mesh.map(m -> m.transformed(pictureToCrop)),
        person(crop, faceBox),
        Vignette.of(width, height, cropToPicture, image),
        light);
  }

  /** Height of the person above the face box, in face boxes, by the mask of a wide window. */
  private double hairFaces(RgbImage image, Face face, double roll) {
    double pxPerFace = OVERVIEW_PX / OVERVIEW_PER_FACE;
    Affine toPicture =
        Affine.translation(-OVERVIEW_PX / 2.0, -OVERVIEW_PX / 2.0)
            .then(Affine.scaling(face.sizePx() / pxPerFace))
            .then(Affine.rotation(roll))
            .then(Affine.translation(face.boxPx().centre().x(), face.boxPx().centre().y()));
    GrayImage person =
        segmenter.segment(
            Resampling.window(
                image, toPicture, OVERVIEW_PX, OVERVIEW_PX, Resampling.Border.REPLICATE));
    int left = (int) Math.round(OVERVIEW_PX / 2.0 - pxPerFace / 2);
    int right = (int) Math.round(OVERVIEW_PX / 2.0 + pxPerFace / 2);
    double faceTop = OVERVIEW_PX / 2.0 - pxPerFace / 2;
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

  /** How far the picture goes on below the upper edge of the face box, in face boxes. */
  private static double belowFaces(RgbImage image, Face face, double roll) {
    Point down = new Point(-Math.sin(roll), Math.cos(roll));
    Point centre = face.boxPx().centre();
    double toEdge = Double.POSITIVE_INFINITY;
    if (down.x() != 0) {
      toEdge = Math.min(toEdge, ((down.x() > 0 ? image.width() : 0) - centre.x()) / down.x());
    }
    if (down.y() != 0) {
      toEdge = Math.min(toEdge, ((down.y() > 0 ? image.height() : 0) - centre.y()) / down.y());
    }
    return toEdge / face.sizePx() + 0.5;
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
}
