package silverpoint.picture.portrait;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import silverpoint.foundation.geometry.Affine;
import silverpoint.foundation.geometry.Box;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.image.GrayImage;
import silverpoint.foundation.image.Resampling;
import silverpoint.foundation.image.RgbImage;
import silverpoint.picture.face.Face;
import silverpoint.picture.face.FaceMesh;
import silverpoint.picture.face.FaceMesher;

/** Composes those who are to be drawn on the page and makes their portrait. */
public final class PortraitMaker {
  private static final int FACE_PROBES = 10;

  /** A mask that shows less of a face box than this has lost the person. */
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

  /**
   * What is drawn, px of a picture, of somebody with ordinary hair, alone, who looks straight
   * ahead.
   *
   * @param facePx box of the face
   * @param pageAspect width per height of the page
   */
  public static Box shownPx(Box facePx, double pageAspect) {
    Framing.Head head =
        new Framing.Head(
            facePx.centre(), facePx.height(), Framing.USUAL_HAIR_FACES, Double.POSITIVE_INFINITY);
    return new Framing(pageAspect).shownPx(List.of(head));
  }

  /** What is known of one face before the page is composed; px are the picture's. */
  private record Look(
      Face face, FaceLight light, RgbImage lit, Optional<FaceMesh> mesh, double rollRadians) {}

  /**
   * The portrait of people in a picture, or empty when there are none.
   *
   * @param sitters who is to be drawn, the main one first
   */
  public Optional<Portrait> make(RgbImage picture, List<Face> sitters) {
    return make(picture, sitters, sitters);
  }

  /**
   * The portrait of some of the people in a picture, or empty when it is to show nobody.
   *
   * @param sitters who is to be drawn, the main one first
   * @param faces all in the picture; what belongs to others is left out
   */
  public Optional<Portrait> make(RgbImage picture, List<Face> sitters, List<Face> faces) {
    if (sitters.isEmpty()) {
      return Optional.empty();
    }
    List<Look> looks = sitters.stream().map(face -> look(picture, face)).toList();
    return Optional.of(
        portrait(picture, looks, faces.stream().filter(face -> !sitters.contains(face)).toList()));
  }

  private Look look(RgbImage picture, Face face) {
    FaceLight light = FaceLight.of(picture, face);
    RgbImage lit = light.improved(picture, face.sizePx());
    Optional<FaceMesh> mesh = mesher.fit(lit, face);
    return new Look(
        face, light, lit, mesh, mesh.map(FaceMesh::rollRadians).orElse(face.rollRadians()));
  }

  private Portrait portrait(RgbImage picture, List<Look> looks, List<Face> bystanders) {
    double roll = roll(looks);
    List<PersonView> wide = views(looks, roll, PersonView.WIDE_FACES);
    List<Framing.Head> heads = new ArrayList<>();
    for (int i = 0; i < looks.size(); i++) {
      Face face = looks.get(i).face;
      heads.add(
          new Framing.Head(
              face.boxPx().centre(),
              face.sizePx(),
              wide.get(i).hairFaces(),
              belowFaces(picture, face, roll)));
    }
    Affine pictureToCrop = framing.pictureToCrop(heads, roll);
    List<Sitter> sitters = looks.stream().map(look -> sitter(look, pictureToCrop)).toList();
    Affine cropToPicture = pictureToCrop.inverse();
    RgbImage crop = crop(looks, sitters, cropToPicture);
    List<PersonView> close = views(looks, roll, PersonView.CLOSE_FACES);
    SitterRegion region =
        new SitterRegion(
            sitters.stream().map(Sitter::faceBoxPx).toList(),
            bystanders.stream().map(face -> boxPx(face, pictureToCrop)).toList());
    return new Portrait(
        crop,
        pictureToCrop,
        sitters,
        region.without(person(crop, sitters, wide, close, cropToPicture)),
        region.faded(Vignette.of(crop.width(), crop.height(), cropToPicture, picture)));
  }

  /** The mean turn of the heads: the direction in which their eyes lie together. */
  private static double roll(List<Look> looks) {
    if (looks.size() == 1) {
      return looks.getFirst().rollRadians;
    }
    return Math.atan2(
        looks.stream().mapToDouble(look -> Math.sin(look.rollRadians)).sum(),
        looks.stream().mapToDouble(look -> Math.cos(look.rollRadians)).sum());
  }

  private static Sitter sitter(Look look, Affine pictureToCrop) {
    return new Sitter(
        look.face,
        boxPx(look.face, pictureToCrop),
        look.mesh.map(mesh -> mesh.transformed(pictureToCrop)),
        look.light);
  }

  /** The face's box in the crop. */
  private static Box boxPx(Face face, Affine pictureToCrop) {
    double side = face.sizePx() * pictureToCrop.scale();
    Point centre = pictureToCrop.apply(face.boxPx().centre());
    return new Box(centre.x() - side / 2, centre.y() - side / 2, side, side);
  }

  /** Each in the light that suits them: one may stand in the shade and the other in the sun. */
  private RgbImage crop(List<Look> looks, List<Sitter> sitters, Affine cropToPicture) {
    RgbImage crop = window(looks.getFirst().lit, cropToPicture);
    for (int i = 1; i < looks.size(); i++) {
      RgbImage lit = looks.get(i).lit;
      if (looks.subList(0, i).stream().anyMatch(before -> before.lit != lit)) {
        crop = window(lit, cropToPicture).over(crop, nearness(sitters, i));
      }
    }
    return crop;
  }

  private RgbImage window(RgbImage image, Affine cropToPicture) {
    return Resampling.window(
        image, cropToPicture, framing.widthPx(), framing.heightPx(), Resampling.Border.REPLICATE);
  }

  /** 1 where a sitter is nearer than all before, 0 where farther, half in the middle. */
  private GrayImage nearness(List<Sitter> sitters, int sitter) {
    int width = framing.widthPx();
    float[] near = new float[width * framing.heightPx()];
    for (int i = 0; i < near.length; i++) {
      int row = i / width;
      Point at = new Point(i % width + 0.5, row + 0.5);
      double others =
          sitters.subList(0, sitter).stream().mapToDouble(s -> s.facesAway(at)).min().orElseThrow();
      near[i] = (float) Math.clamp(0.5 + others - sitters.get(sitter).facesAway(at), 0, 1);
    }
    return new GrayImage(width, framing.heightPx(), near);
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

  private List<PersonView> views(List<Look> looks, double roll, double sideFaces) {
    return looks.stream()
        .map(look -> PersonView.of(look.lit, look.face, roll, sideFaces, segmenter))
        .toList();
  }

  /**
   * The mask of all sitters: from close where that shows them, elsewhere of a wide view of the only
   * one or of the whole crop, of a wide view of whom that loses, and everything when that loses
   * them too, as in coarse prints.
   */
  private GrayImage person(
      RgbImage crop,
      List<Sitter> sitters,
      List<PersonView> wide,
      List<PersonView> close,
      Affine cropToPicture) {
    GrayImage mask =
        sitters.size() == 1
            ? wide.getFirst().in(cropToPicture, crop.width(), crop.height())
            : segmenter.segment(crop, sitters.stream().map(Sitter::faceBoxPx).toList());
    List<PersonView> sharp = new ArrayList<>();
    for (int i = 0; i < sitters.size(); i++) {
      Box face = sitters.get(i).faceBoxPx();
      if (shows(close.get(i).in(cropToPicture, crop.width(), crop.height()), face)) {
        sharp.add(close.get(i));
        continue;
      }
      if (!shows(mask, face)) {
        mask = wide.get(i).addedTo(mask, cropToPicture);
      }
      if (!shows(mask, face)) {
        float[] all = new float[crop.width() * crop.height()];
        Arrays.fill(all, 1);
        return new GrayImage(crop.width(), crop.height(), all);
      }
    }
    return PersonView.sharpened(mask, sharp, cropToPicture);
  }

  private static boolean shows(GrayImage mask, Box faceBox) {
    int seen = 0;
    for (int k = 0; k < FACE_PROBES * FACE_PROBES; k++) {
      int row = k / FACE_PROBES;
      double x = faceBox.x() + (k % FACE_PROBES + 0.5) / FACE_PROBES * faceBox.width();
      double y = faceBox.y() + (row + 0.5) / FACE_PROBES * faceBox.height();
      seen += mask.sample(new Point(x, y)) >= 0.5 ? 1 : 0;
    }
    return seen >= MIN_FACE_SEEN * FACE_PROBES * FACE_PROBES;
  }
}
