package silverpoint.route;

import java.util.List;
import silverpoint.geometry.Point;
import silverpoint.stroke.Drawing;

/**
 * Solves the open rural postman problem from home: first the way of Frederickson (1979), a spanning
 * tree that ties the components together, a minimum matching that mends the parity, and an Euler
 * trail over the result; then a local search over the order and direction of all ink. The far end
 * is free, travel may hide behind ink, and everything is priced in the machine's seconds.
 *
 * @param prices what to travel over
 * @param pace of the machine
 * @param seed of the search; the same seed gives the same route
 */
public record RuralPostmanRouter(TravelPrices prices, Pace pace, long seed) implements Router {
  @Override
  public Route route(Drawing drawing, Point homeMm) {
    if (drawing.strokes().isEmpty()) {
      return new Route(homeMm, List.of(), 0);
    }
    StrokeNetwork strokes = StrokeNetwork.of(drawing, homeMm);
    List<Gap> gaps = GapTree.of(strokes);
    double lowerBoundMm = LowerBound.mm(strokes, gaps);
    TravelCost cost = new TravelCost(prices, pace, drawing, strokes);
    List<Step> line = new LineSearch(strokes, gaps, cost).cheapest(seed);
    return new Route(homeMm, Legs.of(line, homeMm), lowerBoundMm);
  }
}
