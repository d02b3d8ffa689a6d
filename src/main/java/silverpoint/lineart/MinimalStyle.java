package silverpoint.lineart;

import java.util.List;
import java.util.function.Predicate;
import silverpoint.geometry.Point;
import silverpoint.geometry.Polygon;
import silverpoint.portrait.FaceMap;
import silverpoint.portrait.Portrait;

/**
 * The faces alone, for short queues: what lies inside the oval of the face mesh (inside an ellipse
 * when no mesh fits), without hair, ears and cloth.
 */
public final class MinimalStyle implements Style {
  /** The oval grows by this much, so that the jaw itself stays. */
  private static final double MARGIN = 1.05;

  /** Hair that hangs over the oval's border leaves shorter pieces than this, px. */
  private static final double MIN_PIECE_PX = 12;

  @Override
  public String name() {
    return "minimal";
  }

  @Override
  public TimeClass timeClass() {
    return TimeClass.QUICK;
  }

  @Override
  public LineArt apply(LineArt art, Portrait portrait) {
    List<Polygon> borders =
        FaceMap.of(portrait).ovals().stream().map(oval -> oval.grown(MARGIN)).toList();
    Predicate<Point> inFace = point -> borders.stream().anyMatch(face -> face.contains(point));
    return art.withEdgeLines(
            art.edgeLinesPx().stream()
                .flatMap(line -> LineParts.of(line.points(), inFace, MIN_PIECE_PX).stream())
                .toList())
        .withOutlines(List.of());
  }
}
