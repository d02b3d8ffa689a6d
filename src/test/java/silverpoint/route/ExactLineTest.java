package silverpoint.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.geometry.Polyline;
import silverpoint.picture.stroke.Drawing;

/** How far the search stays above the exact optimum. */
class ExactLineTest {
  private static final int INSTANCES = 60;

  /** A line may leave a stroke at its bends as well, which saves length. */
  @Test
  void linesOfUpToTwelvePiecesAreHardlyLongerThanTheShortest() {
    double[] gaps = new double[INSTANCES];
    for (int seed = 1; seed <= INSTANCES; seed++) {
      List<Polyline> strokes = strokes(seed, 3 + seed % 4);
      gaps[seed - 1] = gap(strokes, pieces(strokes), seed, new TravelPrices(1, 1, 1, 1, 0));
    }
    assertGaps(gaps, 0.002, 0.02);
  }

  @Test
  void linesOfUpToTwelveStrokesTakeHardlyLongerThanTheFastest() {
    double[] gaps = new double[INSTANCES];
    for (int seed = 1; seed <= INSTANCES; seed++) {
      List<Polyline> strokes = strokes(seed, 5 + seed % 8);
      gaps[seed - 1] = gap(strokes, strokes, seed, new TravelPrices(1, 1, 1, 1, 1));
    }
    assertGaps(gaps, 0.003, 0.07);
  }

  private static double gap(
      List<Polyline> strokes, List<Polyline> pieces, int seed, TravelPrices prices) {
    Point home = new Point(seed, seed / 2.0);
    Drawing drawing = RandomDrawings.drawing(strokes);
    StrokeNetwork network = StrokeNetwork.of(drawing, home);
    TravelCost cost = new TravelCost(prices, RandomDrawings.PACE, drawing, network);
    List<Step> line = new LineSearch(network, GapTree.of(network), cost).cheapest(1, List.of(), 0);
    return cost.of(line) / ExactLine.cost(pieces, home, cost) - 1;
  }

  /** Most lines are optimal; where one is not, it is by little. */
  private static void assertGaps(double[] gaps, double meanGap, double worstGap) {
    Arrays.sort(gaps);
    double median = gaps[gaps.length / 2];
    double mean = Arrays.stream(gaps).sum() / gaps.length;
    double worst = gaps[gaps.length - 1];
    String report = "gaps: median %.4f, mean %.4f, worst %.4f".formatted(median, mean, worst);
    assertThat(median).as(report).isLessThan(1e-9);
    assertThat(mean).as(report).isLessThan(meanGap);
    assertThat(worst).as(report).isLessThan(worstGap);
  }

  /** The straight pieces of strokes, so that a line may also leave them where they bend. */
  private static List<Polyline> pieces(List<Polyline> strokes) {
    List<Polyline> pieces = new ArrayList<>();
    for (Polyline stroke : strokes) {
      for (int i = 1; i < stroke.points().size(); i++) {
        pieces.add(Polyline.of(stroke.points().get(i - 1), stroke.points().get(i)));
      }
    }
    return pieces;
  }

  /** Bent strokes, of which every third begins where an earlier one ends. */
  private static List<Polyline> strokes(int seed, int count) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Polyline> strokes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Point from = i % 3 == 2 ? strokes.get(random.nextInt(i)).end() : anywhere(random);
      Point bend = near(random, from);
      strokes.add(Polyline.of(from, bend, near(random, bend)));
    }
    return strokes;
  }

  private static Point near(SplittableRandom random, Point point) {
    return point.plus(new Point(random.nextDouble(-15, 15), random.nextDouble(-15, 15)));
  }

  private static Point anywhere(SplittableRandom random) {
    return new Point(random.nextDouble(20, 130), random.nextDouble(20, 70));
  }
}
