package silverpoint.lineart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import silverpoint.face.FaceMesh;
import silverpoint.geometry.Box;
import silverpoint.geometry.Point;
import silverpoint.geometry.Polygon;
import silverpoint.geometry.Polyline;
import silverpoint.image.GrayImage;
import silverpoint.image.RgbImage;
import silverpoint.inference.NeuralModel;
import silverpoint.inference.Tensor;
import silverpoint.portrait.FaceMap;
import silverpoint.portrait.Portrait;
import silverpoint.portrait.Sitter;

/**
 * Line art by the neural edge model. The background is taken away before the model sees the person,
 * and what the model draws outside of the person is dropped. The mesh never replaces the model's
 * own lines: portraits whose features come from the mesh all look alike.
 */
public final class EdgeModelLineArtist implements LineArtist {
  /** Smoothing of the model's soft lines before their crests are sought. */
  private static final double SMOOTHING_PX = 0.9;

  private static final double SPACING_PX = 1;

  /**
   * Ink fades out over this distance from the person, px: the silhouette itself lies on the border.
   */
  private static final double OUTSIDE_PX = 7;

  /** The person's silhouette is drawn where no line is this near. */
  private static final double SILHOUETTE_NEAR_PX = 7;

  private static final double SILHOUETTE_MIN_PX = 18;

  /** What the edge model sees in eyes and lips, and so near to them, gives way to theirs. */
  private static final double FEATURE_MARGIN_PX = 2.2;

  /** The toy's line in the crop: about a two-hundredth of the drawing's height. */
  private static final double LINE_WIDTH_PX = 1.9;

  /** A line that ends on a zone's border is within the zone. */
  private static final double BORDER_PX = 0.5;

  /** What lies wholly within the lips made so much larger is their shadow. */
  private static final double AROUND_LIPS = 1.4;

  private static final double NOSE_TIP_PER_WIDTH = 0.3;
  private static final double MAX_TIP_ASIDE = 0.2;

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
    FaceMap map = FaceMap.of(portrait);
    GrayImage luma = portrait.crop().luma();
    List<Polyline> features = new ArrayList<>();
    List<Polygon> own = new ArrayList<>();
    List<Polygon> plain = new ArrayList<>();
    for (Sitter sitter : portrait.sitters()) {
      if (sitter.mesh().isEmpty()) {
        continue;
      }
      FaceMesh mesh = sitter.mesh().get();
      List<Eye> eyes = Visibility.of(mesh, ink).uncovered(Eye.of(mesh, ink));
      features.addAll(Eye.lines(eyes, luma, LINE_WIDTH_PX));
      eyes.forEach(eye -> own.add(eye.opening()));
      for (Brow brow : Brow.of(mesh, luma, LINE_WIDTH_PX)) {
        features.add(brow.strokes());
        own.add(brow.area());
      }
      Mouth mouth = Mouth.of(mesh, ink, LINE_WIDTH_PX);
      features.addAll(mouth.lines());
      own.add(mouth.lips());
      plain.add(mouth.lips().grown(AROUND_LIPS));
      noseTip(mesh).ifPresent(plain::add);
      for (Beard beard : Beard.of(sitter, portrait.crop(), LINE_WIDTH_PX)) {
        features.add(beard.strokes());
        own.add(beard.area());
      }
    }
    List<Polyline> rims = new ArrayList<>();
    for (FaceMesh mesh : portrait.meshes()) {
      Glasses.of(mesh, without(own, ink))
          .ifPresent(glasses -> {
            rims.addAll(glasses.rims());
            plain.addAll(glasses.lenses());
          });
    }
    List<Polyline> edges =
        new RidgeTracer(
                new RidgeField(flowing(without(own, ink), luma, map), SMOOTHING_PX),
                point -> LineDemand.of(map.partAt(point)),
                rims,
                features)
            .lines().stream()
                .filter(line -> plain.stream().noneMatch(zone -> isWithin(line, zone)))
                .toList();
    LineArt art = new LineArt(ink, edges, features, List.of(), List.of(), rims);
    GrayImage toLine = art.distanceToLines();
    portrait.meshes().forEach(mesh -> addFeatures(mesh, toLine, features));
    art = art.withMeshLines(features);
    return art.withOutlines(outlines(portrait, art.distanceToLines()));
  }

  /** Behind lenses, around lips and on the front of the nose it is a shadow or a highlight. */
  private static boolean isWithin(Polyline line, Polygon zone) {
    return line.points().stream().allMatch(point -> zone.reaches(point, BORDER_PX));
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

  /**
   * The front of the nose, where a line of its own is a highlight; empty when the head is turned so
   * far that the nose's own outline runs there.
   */
  private static Optional<Polygon> noseTip(FaceMesh mesh) {
    double width = mesh.point(64).distanceTo(mesh.point(294));
    Point tip = mesh.point(4);
    double aside = tip.x() - mesh.point(64).towards(mesh.point(294), 0.5).x();
    double reach = NOSE_TIP_PER_WIDTH * width;
    return Math.abs(aside) > MAX_TIP_ASIDE * width
        ? Optional.empty()
        : Optional.of(Polygon.ellipse(tip, reach, reach));
  }

  /** Eyes and mouth are drawn by themselves. */
  private static GrayImage without(List<Polygon> zones, GrayImage ink) {
    float[] left = ink.toArray();
    for (Polygon zone : zones) {
      Box box = zone.bounds().inset(-FEATURE_MARGIN_PX);
      for (int y = (int) Math.max(0, box.y()); y < Math.min(ink.height(), box.bottom()); y++) {
        for (int x = (int) Math.max(0, box.x()); x < Math.min(ink.width(), box.right()); x++) {
          if (zone.reaches(new Point(x + 0.5, y + 0.5), FEATURE_MARGIN_PX)) {
            left[y * ink.width() + x] = 0;
          }
        }
      }
    }
    return new GrayImage(ink.width(), ink.height(), left);
  }

  private static List<Polyline> outlines(Portrait portrait, GrayImage toLine) {
    return Silhouette.of(portrait.person(), portrait.vignette()).stream()
        .flatMap(contour -> gaps(contour, toLine, SILHOUETTE_NEAR_PX, SILHOUETTE_MIN_PX).stream())
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

  private static void addFeatures(FaceMesh mesh, GrayImage toLine, List<Polyline> lines) {
    for (Feature feature : Feature.ALL) {
      lines.addAll(gaps(feature.path(mesh), toLine, feature.nearPx(), feature.minGapPx()));
    }
  }
}
