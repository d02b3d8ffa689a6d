package silverpoint.picture.lineart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.geometry.Polygon;
import silverpoint.foundation.geometry.Polyline;
import silverpoint.picture.face.FaceMesh;
import silverpoint.picture.face.FaceRegion;
import silverpoint.picture.feature.LineSnapping;
import silverpoint.picture.portrait.FaceMap;
import silverpoint.picture.portrait.FacePart;
import silverpoint.picture.portrait.Portrait;
import silverpoint.picture.tracing.LineParts;

/**
 * The faces alone, for short queues: eyes, brows, nose, mouth, glasses, one line around each face
 * from temple to temple, the outline of the hair, and of hairline, folds and wrinkles what tells
 * most; no ears and cloth.
 */
public final class MinimalStyle implements Style {
  /** The face's border, where the ink beside the mesh shows it. */
  private static final int[] BORDER = {
    127, 234, 93, 132, 58, 172, 136, 150, 149, 176, 148, 152, 377, 400, 378, 379, 365, 397, 288,
    361, 323, 454, 356
  };

  private static final double SPACING_PX = 1;

  /**
   * How far the ink may move the border, and what else keeps away from it, in widths of the face.
   */
  private static final double BORDER_REACH = 0.065;

  /** Lines that run on to the border leave shorter pieces than this, line widths. */
  private static final double MIN_PIECE = 6.25;

  /** Length of all folds and wrinkles, in widths of the face. */
  private static final double MOST_FOLDS = 0.55;

  /** And of the lines in hair, of which the hairline has most ink. */
  private static final double MOST_LOCKS = 1.5;

  @Override
  public String name() {
    return "minimal";
  }

  @Override
  public LineArt apply(LineArt art, Portrait portrait) {
    FaceMap map = FaceMap.of(portrait);
    double minPiecePx = MIN_PIECE * art.lineWidthPx();
    Predicate<Point> inner = point -> map.ovals().stream().anyMatch(oval -> isInner(point, oval));
    Set<Point> rims = new HashSet<>();
    art.glassesPx().forEach(rim -> rims.addAll(rim.points()));
    List<Polyline> kept = new ArrayList<>();
    List<Polyline> folds = new ArrayList<>();
    double chin =
        portrait.meshes().stream().mapToDouble(mesh -> mesh.point(152).y()).max().orElse(0);
    Predicate<Point> ofHead = point -> point.y() < chin && map.partAt(point) == FacePart.OUTLINE;
    for (Polyline line : art.edgeLinesPx()) {
      kept.addAll(LineParts.of(line.points(), ofHead, minPiecePx));
      for (Polyline part : LineParts.of(line.points(), inner, minPiecePx)) {
        boolean bridge = rims.contains(part.start()) && rims.contains(part.end());
        (bridge || isFeature(part, map) ? kept : folds).add(part);
      }
    }
    List<Polyline> locks =
        art.edgeLinesPx().stream()
            .filter(line -> map.partOf(line) == FacePart.HAIR && line.start().y() < chin)
            .toList();
    double widthsPx = map.ovals().stream().mapToDouble(oval -> oval.bounds().width()).sum();
    kept.addAll(most(folds, art, MOST_FOLDS * widthsPx));
    kept.addAll(most(locks, art, MOST_LOCKS * widthsPx));
    List<Polyline> features =
        new ArrayList<>(
            art.meshLinesPx().stream().filter(line -> map.partOf(line) != FacePart.JAW).toList());
    portrait.meshes().forEach(mesh -> features.add(border(mesh, art)));
    List<Polyline> heads =
        art.outlinesPx().stream()
            .flatMap(line -> LineParts.of(line.points(), ofHead, minPiecePx).stream())
            .toList();
    return art.withEdgeLines(kept).withMeshLines(features).withOutlines(heads);
  }

  private static boolean isInner(Point point, Polygon oval) {
    return oval.contains(point)
        && oval.distanceToBorder(point) > BORDER_REACH * oval.bounds().width();
  }

  private static Polyline border(FaceMesh mesh, LineArt art) {
    double widthPx = mesh.polygon(FaceRegion.OVAL).bounds().width();
    return new LineSnapping(art.ink(), BORDER_REACH * widthPx)
        .snap(mesh.line(BORDER).splined(SPACING_PX));
  }

  private static boolean isFeature(Polyline line, FaceMap map) {
    return switch (map.partOf(line)) {
      case EYE, BROW, MOUTH, NOSE, GLASSES -> true;
      case JAW, FACE, EAR, OUTLINE, HAIR, BODY, OTHER -> false;
    };
  }

  /** The lines with the most ink, as many as are no longer than that together. */
  private static List<Polyline> most(List<Polyline> lines, LineArt art, double lengthPx) {
    List<Polyline> most = new ArrayList<>();
    double left = lengthPx;
    for (Polyline line :
        lines.stream().sorted(Comparator.comparingDouble(art::inkPx).reversed()).toList()) {
      if (line.length() <= left) {
        most.add(line);
        left -= line.length();
      }
    }
    return most;
  }
}
