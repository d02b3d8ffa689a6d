package silverpoint.route;

import java.util.List;
import silverpoint.geometry.Point;
import silverpoint.stroke.Drawing;

/**
 * Solves the open rural postman problem from home the way of Frederickson (1979): tie the
 * components together by a spanning tree, mend the parity by a minimum matching, and run an Euler
 * trail over the result. What differs: the prices of travel make the line hide behind ink, the far
 * end is free, turns have a price in the matching and in the trail, travel is cut short at the end,
 * and a search looks for better ties.
 *
 * @param prices what to travel over
 * @param seed of the search; the same seed gives the same route
 */
public record RuralPostmanRouter(TravelPrices prices, Pace pace, long seed) implements Router {
  @Override
  public Route route(Drawing drawing, Point homeMm) {
    if (drawing.strokes().isEmpty()) {
      return new Route(homeMm, List.of(), 0);
    }
    StrokeNetwork strokes = StrokeNetwork.of(drawing, homeMm);
    double lowerBoundMm = LowerBound.mm(strokes, GapTree.of(strokes));
    TravelCost cost = new TravelCost(prices, pace, drawing, strokes);
    List<Step> line = new LineSearch(strokes, cost).cheapest(seed);
    return new Route(homeMm, Legs.of(line, homeMm), lowerBoundMm);
  }
}
