package silverpoint.route;

import java.util.List;
import java.util.Optional;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.geometry.Polyline;
import silverpoint.picture.stroke.Drawing;
import silverpoint.picture.stroke.Page;
import silverpoint.picture.stroke.Stroke;

/**
 * Solves the open rural postman problem from the start: first the way of Frederickson (1979), a
 * spanning tree that ties the components together, a minimum matching that mends the parity, and an
 * Euler trail over the result; then a local search over the order and direction of all ink. The far
 * end is free, travel may hide behind ink, and everything is priced in the machine's seconds.
 *
 * @param prices what to travel over
 * @param pace of the machine
 * @param seed of the search; the same seed gives the same route
 * @param faceFirstTolerance so much more may the line cost than the cheapest, 0.1 for a tenth, when
 *     that brings eyes and mouth into its first half; 0 for any order
 */
public record RuralPostmanRouter(
    TravelPrices prices, MachinePace pace, long seed, double faceFirstTolerance) implements Router {
  public RuralPostmanRouter {
    if (!(faceFirstTolerance >= 0)) {
      throw new IllegalArgumentException(
          "the tolerance must not be negative: " + faceFirstTolerance);
    }
  }

  /** The cheapest line, whatever the order. */
  public RuralPostmanRouter(TravelPrices prices, MachinePace pace, long seed) {
    this(prices, pace, seed, 0);
  }

  @Override
  public Route route(Drawing drawing, Point startMm) {
    if (drawing.strokes().isEmpty()) {
      return new Route(startMm, List.of(), 0);
    }
    StrokeNetwork strokes = StrokeNetwork.of(drawing, startMm);
    List<Gap> gaps = GapTree.of(strokes);
    double lowerBoundMm = LowerBound.mm(strokes, gaps);
    TravelCost cost = new TravelCost(prices, pace, drawing, strokes);
    List<Step> line =
        new LineSearch(strokes, gaps, cost)
            .cheapest(seed, eyesAndMouth(drawing), faceFirstTolerance);
    Optional<Page> bows = cost.hides() ? Optional.of(drawing.page()) : Optional.empty();
    return new Route(startMm, Legs.of(line, startMm, bows), lowerBoundMm);
  }

  private static List<Polyline> eyesAndMouth(Drawing drawing) {
    return drawing.strokes().stream().filter(Stroke::isEyeOrMouth).map(Stroke::pathMm).toList();
  }
}
