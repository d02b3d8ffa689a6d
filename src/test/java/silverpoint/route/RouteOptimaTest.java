package silverpoint.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.geometry.Polyline;
import silverpoint.picture.stroke.Drawing;
import silverpoint.picture.stroke.Stroke;
import silverpoint.route.PerfectMatching.Pair;

/** The exact parts of the router against optima found by trying everything. */
class RouteOptimaTest {
  private static final String SEEDS = "silverpoint.route.RuralPostmanRouterTest#seeds";

  @ParameterizedTest(name = "seed {0}")
  @MethodSource(SEEDS)
  void theLowerBoundIsNotAboveTheShortestLine(int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Polyline> halves = new ArrayList<>();
    List<Polyline> strokes = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      Point a = new Point(random.nextDouble(20), random.nextDouble(20));
      Point b = new Point(random.nextDouble(20), random.nextDouble(20));
      Point middle = a.towards(b, 0.5);
      strokes.add(Polyline.of(a, middle, b));
      halves.add(Polyline.of(a, middle));
      halves.add(Polyline.of(middle, b));
    }
    Point spur = new Point(random.nextDouble(20), random.nextDouble(20));
    strokes.add(Polyline.of(strokes.getFirst().start(), spur));
    halves.add(strokes.getLast());
    Point home = new Point(random.nextDouble(20), 0);
    double bound =
        new RuralPostmanRouter(TravelPrices.HIDDEN, RandomDrawings.PACE, 1)
            .route(RandomDrawings.drawing(strokes), home)
            .lowerBoundMm();
    assertThat(bound).isLessThanOrEqualTo(BruteForce.lineMm(halves, home) + 1e-9);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource(SEEDS)
  void theParityBoundIsTheCheapestMatchingWithAFreeEnd(int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Polyline> strokes = new ArrayList<>();
    List<Point> odd = new ArrayList<>(List.of(new Point(0, 0)));
    for (int i = 0; i < 6; i++) {
      Point a = new Point(random.nextDouble(100), random.nextDouble(80));
      Point b = a.plus(new Point(random.nextDouble(-30, 30), 0.01));
      strokes.add(Polyline.of(a, b));
      odd.addAll(List.of(a, b));
    }
    double[][] costs = new double[odd.size() + 1][odd.size() + 1];
    for (int i = 0; i < odd.size(); i++) {
      for (int j = 0; j < odd.size(); j++) {
        costs[i][j] = odd.get(i).distanceTo(odd.get(j));
      }
    }
    StrokeNetwork network = StrokeNetwork.of(RandomDrawings.drawing(strokes), odd.getFirst());
    double matchingMm = BruteForce.matching(costs);
    double parityMm = LowerBound.mm(network, List.of()) - network.inkMm();
    assertThat(parityMm).isCloseTo(matchingMm, within(1e-3));
    assertThat(parityMm).isLessThanOrEqualTo(matchingMm + 1e-9);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource(SEEDS)
  void aMatchingWithFewCandidatesIsRepairedToTheOptimum(int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int size = 14;
    double[][] costs = new double[size][size];
    List<Pair> pairs = new ArrayList<>();
    for (int a = 0; a < size; a++) {
      for (int b = 0; b < a; b++) {
        costs[a][b] = random.nextDouble(10);
        costs[b][a] = costs[a][b];
      }
      if (a % 2 == 1) {
        pairs.add(new Pair(a - 1, a, costs[a - 1][a]));
      }
    }
    PerfectMatching matching = PerfectMatching.ofLeastCost(size, pairs);
    PerfectMatching.CostOfPair costOfPair = (a, b) -> costs[a][b];
    PerfectMatching.Within within =
        (a, cost) -> IntStream.range(0, size).filter(b -> costs[a][b] <= cost).toArray();
    List<Pair> missing = matching.improving(costOfPair, within);
    while (!missing.isEmpty()) {
      pairs.addAll(missing);
      matching = PerfectMatching.ofLeastCost(size, pairs);
      missing = matching.improving(costOfPair, within);
    }
    assertThat(matching.cost()).isCloseTo(BruteForce.matching(costs), within(1e-3));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource(SEEDS)
  void gapsAreAMinimumSpanningTreeOfTheClosestApproaches(int seed) {
    Drawing drawing = RandomDrawings.ofSeed(seed);
    Point home = RandomDrawings.homeOfSeed(seed);
    StrokeNetwork network = StrokeNetwork.of(drawing, home);
    double sumMm = GapTree.of(network).stream().mapToDouble(Gap::lengthMm).sum();
    assertThat(sumMm).isCloseTo(primMm(drawing, home), within(1e-6));
  }

  @Test
  void theLineGoesStraightThroughACrossing() {
    Point centre = new Point(20, 20);
    List<Point> left = List.of(centre, new Point(10, 10), new Point(10, 30), centre);
    List<Point> right = List.of(centre, new Point(30, 10), new Point(30, 30), centre);
    Drawing drawing = RandomDrawings.drawing(new Polyline(left), new Polyline(right));
    Route route =
        new RuralPostmanRouter(TravelPrices.HIDDEN, RandomDrawings.PACE, 1)
            .route(drawing, new Point(10, 20));
    List<Point> line =
        route.legs().stream().flatMap(leg -> leg.pathMm().points().stream()).toList();
    for (int i = 1; i < line.size() - 1; i++) {
      if (line.get(i).equals(centre)) {
        Point in = centre.minus(line.get(i - 1));
        Point out = line.get(i + 1).minus(centre);
        assertThat(in.cross(out)).isCloseTo(0, within(1e-9));
        assertThat(in.dot(out)).isPositive();
      }
    }
    assertThat(line).contains(centre);
  }

  /**
   * Prim's minimum spanning tree over all straight pieces of a drawing and home, whatever belongs
   * together: pieces that touch are no way apart.
   */
  private static double primMm(Drawing drawing, Point home) {
    List<Line2D> pieces = new ArrayList<>(List.of(piece(home, home)));
    for (Stroke stroke : drawing.strokes()) {
      List<Point> points = stroke.pathMm().points();
      for (int i = 1; i < points.size(); i++) {
        pieces.add(piece(points.get(i - 1), points.get(i)));
      }
    }
    double[] awayMm = new double[pieces.size()];
    Arrays.fill(awayMm, Double.POSITIVE_INFINITY);
    boolean[] inside = new boolean[pieces.size()];
    int next = 0;
    double sumMm = 0;
    for (int reached = 1; reached < pieces.size(); reached++) {
      inside[next] = true;
      int nearest = -1;
      for (int i = 0; i < pieces.size(); i++) {
        if (!inside[i]) {
          awayMm[i] = Math.min(awayMm[i], apartMm(pieces.get(next), pieces.get(i)));
          nearest = nearest < 0 || awayMm[i] < awayMm[nearest] ? i : nearest;
        }
      }
      sumMm += awayMm[nearest];
      next = nearest;
    }
    return sumMm;
  }

  private static Line2D piece(Point from, Point to) {
    return new Line2D.Double(from.x(), from.y(), to.x(), to.y());
  }

  private static double apartMm(Line2D a, Line2D b) {
    return parts(a, b) && parts(b, a)
        ? 0
        : DoubleStream.of(
                a.ptSegDist(b.getP1()),
                a.ptSegDist(b.getP2()),
                b.ptSegDist(a.getP1()),
                b.ptSegDist(a.getP2()))
            .min()
            .orElseThrow();
  }

  /** Whether the ends of {@code b} are on either side of {@code a}, which has a length. */
  private static boolean parts(Line2D a, Line2D b) {
    return a.getP1().distance(a.getP2()) > 0
        && side(a, b.getX1(), b.getY1()) * side(a, b.getX2(), b.getY2()) < 0;
  }

  private static double side(Line2D line, double x, double y) {
    return (line.getX2() - line.getX1()) * (y - line.getY1())
        - (line.getY2() - line.getY1()) * (x - line.getX1());
  }
}
