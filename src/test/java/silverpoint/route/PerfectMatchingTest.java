package silverpoint.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import silverpoint.foundation.geometry.Point;
import silverpoint.route.PerfectMatching.Pair;

class PerfectMatchingTest {
  private static final String SEEDS = "silverpoint.route.RuralPostmanRouterTest#seeds";
  private static final int INSTANCES = 10_000;

  /** From far below to far above what JGraphT takes for the cost of no matching at all. */
  private static final double[] SCALES = {1e-5, 1, 3_000, 1e5, 1e9};

  @Test
  void tenThousandInstancesFullOfTiesAndOfAnyCostEndWithTheCheapestMatching() {
    for (int seed = 1; seed <= INSTANCES; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      int size = 2 * (1 + random.nextInt(seed % 10 == 0 ? 24 : 5));
      double scale = SCALES[seed % SCALES.length];
      int kinds = 1 + random.nextInt(6);
      double share = random.nextDouble();
      double[][] costs = new double[size][size];
      for (double[] row : costs) {
        Arrays.fill(row, Double.POSITIVE_INFINITY);
      }
      List<Pair> pairs = new ArrayList<>();
      for (int a = 0; a < size; a++) {
        for (int b = a + 1; b < size; b++) {
          if ((a % 2 == 0 && b == a + 1) || random.nextDouble() < share) {
            costs[a][b] = scale * random.nextInt(kinds + 1) / 3;
            pairs.add(new Pair(a, b, costs[a][b]));
          }
        }
      }
      PerfectMatching matching = PerfectMatching.ofLeastCost(size, pairs);
      double cost = costOf(matching, costs);
      assertThat(cost).as("seed %d", seed).isLessThan(Double.POSITIVE_INFINITY);
      if (size <= 10) {
        double least = BruteForce.matching(costs);
        double rounding = 1e-4 + 1e-6 * scale * kinds;
        assertThat(cost).as("seed %d", seed).isCloseTo(least, within(rounding));
        assertThat(matching.cost()).as("seed %d", seed).isBetween(least - rounding, least + 1e-9);
      }
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource(SEEDS)
  void aMatchingWithoutAProofIsPerfectAndNotMuchDearer(int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int size = 200;
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      points.add(new Point(random.nextDouble(150), random.nextDouble(100)));
    }
    double[][] costs = new double[size][size];
    List<Pair> pairs = new ArrayList<>();
    List<int[]> nearest = NearestNeighbours.of(points, 12);
    for (int a = 0; a < size; a++) {
      for (int b = 0; b < size; b++) {
        costs[a][b] = points.get(a).distanceTo(points.get(b));
      }
      for (int b : nearest.get(a)) {
        pairs.add(new Pair(a, b, costs[a][b]));
      }
      if (a % 2 == 1) {
        pairs.add(new Pair(a - 1, a, costs[a - 1][a]));
      }
    }
    PerfectMatching least = PerfectMatching.ofLeastCost(size, pairs);
    PerfectMatching bounded = PerfectMatching.ofLeastCost(size, pairs, 0);
    assertThat(least.isProven()).isTrue();
    assertThat(bounded.isProven()).isFalse();
    double leastMm = costOf(least, costs);
    assertThat(costOf(bounded, costs)).isBetween(leastMm - 0.01, 1.4 * leastMm);
    // what stands in for the proof is a bound too
    double halfWaysMm = LowerBound.halfWaysMm(points, nearest);
    assertThat(halfWaysMm).isBetween(0.5 * leastMm, leastMm);
  }

  @Test
  void forBetterPairsTwiceTheVerticesAreNotLookedAtFourTimesAsOften() {
    long few = looks(1000);
    long many = looks(2000);
    assertThat(few).isPositive();
    assertThat(many).isLessThan(3 * few);
  }

  /** How often the cost of a pair is asked for. */
  private static long looks(int size) {
    SplittableRandom random = new SplittableRandom(size);
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      points.add(new Point(random.nextDouble(150), random.nextDouble(100)));
    }
    AtomicLong looks = new AtomicLong();
    PerfectMatching.CostOfPair costs =
        (a, b) -> {
          looks.incrementAndGet();
          return points.get(a).distanceTo(points.get(b));
        };
    NearestNeighbours near = new NearestNeighbours(points);
    List<Pair> pairs = new ArrayList<>();
    for (int a = 0; a < size; a++) {
      for (int b : near.nearest(a, 8)) {
        pairs.add(new Pair(a, b, points.get(a).distanceTo(points.get(b))));
      }
      if (a % 2 == 1) {
        pairs.add(new Pair(a - 1, a, points.get(a - 1).distanceTo(points.get(a))));
      }
    }
    PerfectMatching matching = PerfectMatching.ofLeastCost(size, pairs);
    assertThat(matching.improving(costs, near::within)).hasSizeLessThan(size);
    return looks.get();
  }

  private static double costOf(PerfectMatching matching, double[][] costs) {
    double sum = 0;
    for (int a = 0; a < matching.size(); a++) {
      int b = matching.mate(a);
      assertThat(matching.mate(b)).isEqualTo(a).isNotEqualTo(b);
      sum += a < b ? costs[a][b] : 0;
    }
    return sum;
  }
}
