package silverpoint.lineart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import silverpoint.face.FaceMesh;
import silverpoint.geometry.Box;
import silverpoint.geometry.Point;
import silverpoint.geometry.Polyline;
import silverpoint.image.GrayImage;
import silverpoint.image.Mask;
import silverpoint.image.RgbImage;
import silverpoint.inference.NeuralModel;
import silverpoint.inference.Tensor;
import silverpoint.portrait.Portrait;

/**
 * Line art by the neural edge model. The background is taken away before the model sees the person,
 * and what the model draws outside of the person is dropped. The mesh never replaces the model's
 * own lines: portraits whose features come from the mesh all look alike.
 */
public final class EdgeModelLineArtist implements LineArtist {
  private static final RidgeDetector RIDGES = new RidgeDetector(1, 0.2, 0.45);

  /**
   * Ink fades out over this distance from the person, px: the silhouette itself lies on the border.
   */
  private static final double OUTSIDE_PX = 7;

  /** The person's silhouette is drawn where no line is this near. */
  private static final double SILHOUETTE_NEAR_PX = 7;

  private static final double SILHOUETTE_MIN_PX = 18;
  private static final double IRIS_NEAR_PX = 2;
  private static final double IRIS_MIN_PX = 4;
  private static final double FACE_EMPHASIS = 1.5;

  /** Half the width of the emphasised ellipse, in face boxes. */
  private static final double FACE_REACH = 0.5;

  /** The toy's line in the crop: about a two-hundredth of the drawing's height. */
  private static final double LINE_WIDTH_PX = 1.9;

  /** Light paper behind the person; the model learns to see heads in front of anything. */
  private static final byte BACKGROUND = (byte) 200;

  private final NeuralModel model;

  /** The model takes 1x3xHxW, NCHW, RGB, 0..1, and gives 1x1xHxW soft lines, 0 paper to 1 ink. */
  public EdgeModelLineArtist(NeuralModel model) {
    this.model = model;
  }

  @Override
  public LineArt draw(Portrait portrait) {
    GrayImage ink = ink(portrait);
    Mask skeleton = RIDGES.ridges(withFaceEmphasis(ink, portrait.faceBoxPx()));
    GrayImage distanceToInk = skeleton.distanceToSet();
    List<Polyline> meshLines = new ArrayList<>();
    portrait.mesh().ifPresent(mesh -> addFeatures(mesh, portrait, distanceToInk, meshLines));
    List<Polyline> outlines = new ArrayList<>();
    for (Polyline contour : Silhouette.of(portrait.person(), portrait.vignette())) {
      outlines.addAll(
          GapFilling.gaps(contour, distanceToInk, SILHOUETTE_NEAR_PX, SILHOUETTE_MIN_PX));
    }
    return new LineArt(ink, skeleton, meshLines, outlines, List.of());
  }

  private GrayImage ink(Portrait portrait) {
    RgbImage crop = portrait.crop();
    int width = crop.width();
    int height = crop.height();
    byte[] paper = new byte[3 * width * height];
    Arrays.fill(paper, BACKGROUND);
    RgbImage cut = crop.over(new RgbImage(width, height, paper), portrait.person());
    float[] soft =
        model.run(new Tensor(cut.planar(0, 1), 1, 3, height, width)).getFirst().toArray();
    GrayImage distance = portrait.person().atLeast(0.5).distanceToSet();
    for (int i = 0; i < soft.length; i++) {
      double outside = distance.at(i % width, i / width);
      soft[i] *= (float) Math.clamp(2 - outside / OUTSIDE_PX, 0, 1);
      soft[i] *= portrait.vignette().at(i % width, i / width);
    }
    return new GrayImage(width, height, soft);
  }

  /** Faint lines count more in the face, where likeness sits, than in hair and cloth. */
  private static GrayImage withFaceEmphasis(GrayImage ink, Box face) {
    float[] emphasised = ink.toArray();
    Point centre = face.centre();
    for (int i = 0; i < emphasised.length; i++) {
      double x = (i % ink.width() + 0.5 - centre.x()) / (FACE_REACH * face.width());
      double y = (Math.floorDiv(i, ink.width()) + 0.5 - centre.y()) / (FACE_REACH * face.height());
      double inside = Math.clamp(3 * (1 - Math.hypot(x, y)), 0, 1);
      emphasised[i] *= (float) (1 + (FACE_EMPHASIS - 1) * inside);
    }
    return new GrayImage(ink.width(), ink.height(), emphasised);
  }

  private static void addFeatures(
      FaceMesh mesh, Portrait portrait, GrayImage distanceToInk, List<Polyline> lines) {
    for (Feature feature : Feature.ALL) {
      lines.addAll(
          GapFilling.gaps(feature.path(mesh), distanceToInk, feature.nearPx(), feature.minGapPx()));
    }
    GrayImage luma = portrait.crop().luma();
    for (Eye eye : Eye.of(mesh)) {
      eye.iris(luma)
          .ifPresent(iris -> {
            for (Polyline arc : iris.border(eye)) {
              lines.addAll(GapFilling.gaps(arc, distanceToInk, IRIS_NEAR_PX, IRIS_MIN_PX));
            }
            lines.add(iris.pupil(LINE_WIDTH_PX));
          });
    }
  }
}
