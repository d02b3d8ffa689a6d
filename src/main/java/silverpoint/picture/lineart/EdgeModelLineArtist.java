package silverpoint.picture.lineart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import silverpoint.foundation.geometry.Box;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.geometry.Polygon;
import silverpoint.foundation.geometry.Polyline;
import silverpoint.foundation.image.GrayImage;
import silverpoint.foundation.image.RgbImage;
import silverpoint.foundation.inference.NeuralModel;
import silverpoint.foundation.inference.Tensor;
import silverpoint.picture.face.FaceMesh;
import silverpoint.picture.feature.Beard;
import silverpoint.picture.feature.ChinShadow;
import silverpoint.picture.feature.FeatureGuides;
import silverpoint.picture.feature.Glasses;
import silverpoint.picture.feature.LineSnapping;
import silverpoint.picture.feature.Mouth;
import silverpoint.picture.portrait.FaceMap;
import silverpoint.picture.portrait.FacePart;
import silverpoint.picture.portrait.Portrait;
import silverpoint.picture.portrait.Sitter;
import silverpoint.picture.tone.FaceTone;
import silverpoint.picture.tone.FlowField;
import silverpoint.picture.tracing.FlowSmoothing;
import silverpoint.picture.tracing.LineDemand;
import silverpoint.picture.tracing.LineParts;
import silverpoint.picture.tracing.RidgeField;
import silverpoint.picture.tracing.RidgeTracer;
import silverpoint.picture.tracing.Silhouette;

/**
 * Line art by the neural edge model. The background is taken away before the model sees the person,
 * and what the model draws outside of the person is dropped. Inside the face the lines are the
 * centre lines of what is dark in the photo, and its dark masses: both sides of a brow or of lips
 * are not what people know each other by. The mesh only says where to look.
 */
public final class EdgeModelLineArtist implements LineArtist {
  /** Smoothing of the model's soft lines before their crests are sought. */
  private static final double SMOOTHING_PX = 0.9;

  private static final double SPACING_PX = 1;

  /**
   * Ink fades out over this distance from the person, px: the silhouette itself lies on the border.
   */
  private static final double OUTSIDE_PX = 7;

  /** The person's silhouette is drawn where no line is this near, line widths. */
  private static final double SILHOUETTE_NEAR = 3.6;

  private static final double SILHOUETTE_MIN = 9.4;

  /** What is seen in beards, and so near to them, gives way to theirs, line widths. */
  private static final double BEARD_MARGIN = 1.15;

  /** How far the mesh's lower border of the face may be wrong, face widths. */
  private static final double JAW_REACH = 0.045;

  private static final double JAW_SMOOTHING = 2;

  /** Rests of a jaw beside beards are longer than this, line widths. */
  private static final double JAW_MIN = 8.3;

  private static final int[] JAW = {
    132, 58, 172, 136, 150, 149, 176, 148, 152, 377, 400, 378, 379, 365, 397, 288, 361
  };

  /** Light paper behind the person; the model learns to see heads in front of anything. */
  private static final byte BACKGROUND = (byte) 200;

  private final NeuralModel model;

  /** The model takes 1x3xHxW, NCHW, RGB, 0..1, and gives 1x1xHxW soft lines, 0 paper to 1 ink. */
  public EdgeModelLineArtist(NeuralModel model) {
    this.model = model;
  }

  @Override
  public LineArt draw(Portrait portrait, double lineWidthPx) {
    GrayImage ink = ink(portrait);
    FaceMap map = FaceMap.of(portrait);
    GrayImage luma = portrait.crop().luma();
    List<Polyline> features = new ArrayList<>();
    List<Polyline> masses = new ArrayList<>();
    List<Polygon> beards = new ArrayList<>();
    GrayImage valleys =
        new GrayImage(ink.width(), ink.height(), new float[ink.width() * ink.height()]);
    GrayImage faint = valleys;
    List<Polyline> rims = new ArrayList<>();
    List<Polyline> mouths = new ArrayList<>();
    for (Sitter sitter : portrait.sitters()) {
      if (sitter.mesh().isEmpty()) {
        continue;
      }
      FaceMesh mesh = sitter.mesh().get();
      List<Polyline> rim = Glasses.of(mesh, ink).map(Glasses::rims).orElse(List.of());
      rims.addAll(rim);
      FaceTone tone = FaceTone.of(portrait.crop(), mesh, rim, lineWidthPx);
      masses.addAll(tone.massesPx());
      valleys = valleys.max(tone.valleys());
      faint = FeatureGuides.on(faint.max(tone.faint()), mesh, tone.darkness(), lineWidthPx);
      mouths.addAll(Mouth.lines(mesh, tone, lineWidthPx));
      for (Beard beard : Beard.of(sitter, portrait.crop(), lineWidthPx)) {
        features.add(beard.strokes());
        beards.add(beard.area());
      }
    }
    masses.removeIf(mass -> beards.stream().anyMatch(beard -> isMostlyIn(mass, beard)));
    List<Polyline> drawn = new ArrayList<>(rims);
    drawn.addAll(mouths);
    drawn.addAll(masses);
    List<Polyline> jaws =
        portrait.meshes().stream()
            .flatMap(mesh -> jaw(mesh, ink, beards, lineWidthPx).stream())
            .toList();
    drawn.addAll(jaws);
    GrayImage soft =
        without(beards, joined(flowing(ink, luma, map), valleys, map), BEARD_MARGIN * lineWidthPx);
    List<Polyline> edges =
        new RidgeTracer(
                new RidgeField(soft, SMOOTHING_PX),
                point -> LineDemand.of(map.partAt(point), lineWidthPx),
                drawn,
                features)
            .lines();
    for (FaceMesh mesh : portrait.meshes()) {
      edges = new ChinShadow(portrait.crop(), mesh).without(edges, lineWidthPx);
    }
    features.addAll(mouths);
    features.addAll(jaws);
    LineArt art =
        new LineArt(
            ink,
            edges,
            features,
            List.of(),
            List.of(),
            rims,
            masses,
            joined(ink, faint, map),
            lineWidthPx);
    return art.withOutlines(outlines(portrait, art.distanceToLines(), lineWidthPx));
  }

  /** In the face the valleys, everywhere else what the edge model sees. */
  private static GrayImage joined(GrayImage ink, GrayImage valleys, FaceMap map) {
    float[] joined = ink.toArray();
    for (int i = 0; i < joined.length; i++) {
      int x = i % ink.width();
      int y = i / ink.width();
      if (isInFace(map.partAt(new Point(x + 0.5, y + 0.5)))) {
        joined[i] = valleys.at(x, y);
      }
    }
    return new GrayImage(ink.width(), ink.height(), joined);
  }

  private static boolean isInFace(FacePart part) {
    return switch (part) {
      case EYE, BROW, MOUTH, NOSE, FACE -> true;
      case GLASSES, JAW, OUTLINE, EAR, HAIR, BODY, OTHER -> false;
    };
  }

  private static boolean isMostlyIn(Polyline line, Polygon area) {
    return 2 * line.points().stream().filter(area::contains).count() > line.points().size();
  }

  /** Hair and cloth are drawn in long strokes that follow their flow. */
  private static GrayImage flowing(GrayImage ink, GrayImage luma, FaceMap map) {
    return FlowSmoothing.smooth(
        ink,
        FlowField.of(luma),
        point ->
            switch (map.partAt(point)) {
              case HAIR, BODY -> true;
              case EYE, BROW, MOUTH, NOSE, GLASSES, JAW, FACE, EAR, OUTLINE, OTHER -> false;
            });
  }

  /** Beards are drawn by themselves. */
  private static GrayImage without(List<Polygon> zones, GrayImage ink, double marginPx) {
    float[] left = ink.toArray();
    for (Polygon zone : zones) {
      Box box = zone.bounds().inset(-marginPx);
      for (int y = (int) Math.max(0, box.y()); y < Math.min(ink.height(), box.bottom()); y++) {
        for (int x = (int) Math.max(0, box.x()); x < Math.min(ink.width(), box.right()); x++) {
          if (zone.reaches(new Point(x + 0.5, y + 0.5), marginPx)) {
            left[y * ink.width() + x] = 0;
          }
        }
      }
    }
    return new GrayImage(ink.width(), ink.height(), left);
  }

  /**
   * The lower border of the face from ear to ear, one smooth line that lies where the model sees
   * it, but for beards.
   */
  private static List<Polyline> jaw(
      FaceMesh mesh, GrayImage ink, List<Polygon> beards, double lineWidthPx) {
    Polyline seen =
        new LineSnapping(ink, JAW_REACH * mesh.widthPx()).snap(mesh.line(JAW).splined(SPACING_PX));
    return LineParts.of(
        seen.smoothed(JAW_SMOOTHING * lineWidthPx, SPACING_PX).points(),
        point -> beards.stream().noneMatch(beard -> beard.contains(point)),
        JAW_MIN * lineWidthPx);
  }

  private static List<Polyline> outlines(Portrait portrait, GrayImage toLine, double lineWidthPx) {
    return Silhouette.of(portrait.person(), portrait.vignette()).stream()
        .flatMap(contour ->
            gaps(contour, toLine, SILHOUETTE_NEAR * lineWidthPx, SILHOUETTE_MIN * lineWidthPx)
                .stream())
        .toList();
  }

  /** The parts of a line that no other line is near to: what is drawn is not drawn twice. */
  private static List<Polyline> gaps(
      Polyline line, GrayImage toLine, double nearPx, double minLengthPx) {
    return LineParts.of(
        line.resampled(SPACING_PX), point -> toLine.sample(point) > nearPx, minLengthPx);
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
}
