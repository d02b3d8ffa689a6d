/**
 * Stage: one line. The strokes of a drawing become one continuous route, since an Etch-a-Sketch
 * never lifts its stylus: an open rural postman problem, rooted where the line starts ("home" in
 * here, wherever that is). Pure; the only room that knows JGraphT.
 *
 * <p>The way of {@link silverpoint.route.RuralPostmanRouter}: {@code StrokeNetwork} (ink as a
 * graph) -> {@code GapTree} (the shortest gaps that tie its components and home) -> {@code
 * VoronoiRegions} (connectors that show least, as geodesics over {@code Paper}) -> {@code
 * Connectors} (all of them and the cheapest tree) -> {@code ChainGraph} (vertices and the chains
 * between them) -> {@code ParityRepair} (second passes and connectors) -> {@code EulerTrail} (one
 * trail, few turns) -> {@code Tour} (its order) -> {@code TourSearch} (a better order, with {@code
 * Walks} from each piece of ink to the next) -> {@code ConnectorReuse} (what is drawn already is a
 * way too) -> {@code Legs}. {@code TravelCost} says what travel costs on a machine of a {@code
 * MachinePace}, {@code LowerBound} what no line can undercut, {@code Dijkstra} which way is the
 * cheapest. {@link silverpoint.route.FlatteningRouter} takes the small swings out of the finished
 * line. Begin with {@link silverpoint.route.RuralPostmanRouter}.
 *
 * <p>The words:
 *
 * <dl>
 *   <dt>node, segment
 *   <dd>a point of a stroke, and the straight ink between two of them; equal points are one node.
 *   <dt>component
 *   <dd>ink that hangs together; home is one, too.
 *   <dt>gap
 *   <dd>the closest approach of two components: what is not drawn.
 *   <dt>connector
 *   <dd>new line over paper between two places of the ink; it may be straight or bent, and of many
 *       that are possible few are drawn. Spanning connectors tie all components into one.
 *   <dt>vertex, chain
 *   <dd>a node where the line has a choice, and the ink or the connector between two of them.
 *   <dt>half-edge
 *   <dd>one end of a chain, as it leaves its vertex; half-edges of chains that must be drawn are
 *       also called ends.
 *   <dt>degree, parity
 *   <dd>how many half-edges a vertex has; where their number is odd the line ends, or passes once
 *       more.
 *   <dt>step
 *   <dd>a pass over a chain, in a direction.
 *   <dt>walk
 *   <dd>steps from one end to another, over ink that is drawn anyway and over connectors.
 *   <dt>tour
 *   <dd>the order and direction of all chains that must be drawn; walks lead from each to the next.
 *   <dt>trail
 *   <dd>a line over every chain, each once for every pass.
 *   <dt>leg, route
 *   <dd>a piece of the finished line that is drawn, retraced or a connector; all legs in order.
 * </dl>
 */
@NullMarked
package silverpoint.route;

import org.jspecify.annotations.NullMarked;
