/**
 * Stage: one line. The strokes of a drawing become one continuous route, since an Etch-a-Sketch
 * never lifts its stylus: an open rural postman problem, rooted where the line starts ("home" in
 * here, wherever that is). Pure; the only room that knows JGraphT.
 *
 * <p>The way of {@link silverpoint.route.RuralPostmanRouter}: {@code StrokeNetwork} (ink as a
 * graph) -> {@code GapTree} (the shortest ties of its components and home) -> {@code
 * VoronoiRegions} (ties that show least, as geodesics over {@code Paper}) -> {@code Joins} (all of
 * them and the cheapest tree) -> {@code ChainGraph} (vertices and the chains between them) ->
 * {@code ParityRepair} (second passes and hops) -> {@code EulerTrail} (one trail, few turns) ->
 * {@code Tour} (its order) -> {@code TourSearch} (a better order, with {@code Trips} from each
 * piece of ink to the next) -> {@code ConnectorReuse} (what is drawn already is a way too) ->
 * {@code Legs}. {@code TravelCost} says what travel costs on a machine of a {@code MachinePace},
 * {@code LowerBound} what no line can undercut. {@link silverpoint.route.FlatteningRouter} takes
 * the small swings out of the finished line. Begin with {@link
 * silverpoint.route.RuralPostmanRouter}.
 */
@NullMarked
package silverpoint.route;

import org.jspecify.annotations.NullMarked;
