package silverpoint.route;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import silverpoint.geometry.Point;
import silverpoint.stroke.Drawing;

/**
 * Solves the open rural postman problem from home the way of Frederickson (1979): tie the
 * components together by a spanning tree, mend the parity by a minimum matching, and run an Euler
 * trail over the result. What differs: the prices of travel make the line hide behind ink, the far
 * end is free, the trail is chosen for few reversals, and travel is cut short at the end.
 *
 * @param prices what to travel over
 */
public record RuralPostmanRouter(TravelPrices prices) implements Router {
  @Override
  public Route route(Drawing drawing, Point homeMm) {
    if (drawing.strokes().isEmpty()) {
      return new Route(homeMm, List.of(), 0);
    }
    StrokeNetwork strokes = StrokeNetwork.of(drawing, homeMm);
    double lowerBoundMm = LowerBound.mm(strokes, GapTree.of(strokes));
    TravelCost cost = new TravelCost(prices, drawing, strokes);
    List<Gap> gaps = GapTree.of(strokes, cost::of, cost::atLeast);
    StrokeNetwork network =
        strokes.splitAt(gaps.stream().flatMap(gap -> Stream.of(gap.from(), gap.to())).toList());
    ChainGraph graph = ChainGraph.of(network, gaps);
    ParityRepair repair = ParityRepair.of(graph, cost);
    List<Chain> passes = new ArrayList<>(graph.chains());
    passes.addAll(repair.passes());
    List<EulerTrail.Step> trail =
        EulerTrail.over(passes, network.home(), repair.end(), network.nodeCount(), cost);
    List<EulerTrail.Step> line = Shortcuts.through(trail, graph, cost);
    return new Route(homeMm, Legs.of(line, homeMm), lowerBoundMm);
  }
}
