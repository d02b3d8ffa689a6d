/**
 * Stage: one line. The strokes of a drawing become one continuous route, since an Etch-a-Sketch
 * never lifts its stylus: an open rural postman problem, rooted where the line starts ("home" in
 * here, wherever that is). Pure; the only room that knows JGraphT.
 *
 * <p>The way of {@link silverpoint.route.RuralPostmanRouter}: {@code StrokeNetwork} (ink as a
 * graph) -> {@code GapTree} (the shortest gaps between its components and home) -> {@code
 * Territories} (connectors that show least, as geodesics over {@code Paper}) -> {@code Joins} (all
 * of them and the cheapest tree) -> {@code ChainGraph} (vertices and the chains between them) ->
 * {@code ParityRepair} (second passes and hops) -> {@code EulerTrail} (one walk, few turns) ->
 * {@code Tour} (its order) -> {@code TourSearch} (a better order, with {@code Trips} from each
 * piece of ink to the next) -> {@code ConnectorReuse} (what is drawn already is a way too) ->
 * {@code Legs}. {@code TravelCost} says what travel costs in {@code MachineTimes}, {@code
 * LowerBound} what no line can undercut. {@link silverpoint.route.FlatteningRouter} takes the small
 * swings out of the finished line.
 *
 * <p>The words:
 *
 * <dl>
 *   <dt>node, segment
 *   <dd>a point of the strokes, and the straight ink between two of them ({@code StrokeNetwork})
 *   <dt>component
 *   <dd>ink that hangs together; home is one too
 *   <dt>vertex
 *   <dd>a node where a line has a choice or must turn back: of another degree than 2, home, or an
 *       end of a connector
 *   <dt>chain
 *   <dd>an edge of the graph: ink between two vertices, or a connector ({@code Chain})
 *   <dt>half-edge
 *   <dd>an end of a chain as it leaves its vertex; chain c has 2c and 2c + 1 ({@code HalfEdges},
 *       and, of the chains that must be drawn, the ends in {@code Trips} and {@code Tour}). {@code
 *       Turn} is the direction in which it leaves
 *   <dt>gap
 *   <dd>the closest approach of two components ({@code Gap})
 *   <dt>connector
 *   <dd>line over paper from ink to ink. A {@code Join} is one that might be drawn; a tie is one of
 *       the tree that connects all components; a hop is one from vertex to vertex
 *   <dt>retrace
 *   <dd>a second pass over ink or a connector
 *   <dt>walk
 *   <dd>chains passed one after the other, each a {@code Step} in one of both directions; the line
 *       is one, and a {@code Trip} is what a walk does between two pieces of ink
 *   <dt>leg
 *   <dd>a run of steps of one kind, as it is drawn ({@code Leg})
 * </dl>
 */
@NullMarked
package silverpoint.route;

import org.jspecify.annotations.NullMarked;
