package silverpoint.route;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import silverpoint.geometry.Point;
import silverpoint.geometry.Polyline;
import silverpoint.stroke.Drawing;

/**
 * Measures how the time of the router grows with the strokes: a main, not a test. Prints the least
 * of some warm runs for each number of strokes and both kinds of joins.
 */
final class RouteGrowth {
  private static final int WARM_UPS = 3;
  private static final int RUNS = 4;

  private RouteGrowth() {}

  public static void main(String[] counts) {
    for (String count : counts) {
      Drawing drawing = strokes(Integer.parseInt(count));
      System.out.printf(
          Locale.ROOT,
          "%6s strokes: hidden %7.0f ms, short %7.0f ms%n",
          count,
          leastMs(drawing, TravelPrices.HIDDEN),
          leastMs(drawing, TravelPrices.SHORT));
    }
  }

  private static double leastMs(Drawing drawing, TravelPrices prices) {
    Router router = new FlatteningRouter(new RuralPostmanRouter(prices, RandomDrawings.PACE, 1));
    double leastMs = Double.POSITIVE_INFINITY;
    for (int run = 0; run < WARM_UPS + RUNS; run++) {
      long startNs = System.nanoTime();
      router.route(drawing, new Point(0, 0));
      double ms = (System.nanoTime() - startNs) / 1e6;
      leastMs = run < WARM_UPS ? leastMs : Math.min(leastMs, ms);
    }
    return leastMs;
  }

  /** Bent strokes all over the page; every other one starts where an earlier one ends. */
  static Drawing strokes(int count) {
    SplittableRandom random = new SplittableRandom(count);
    double reachMm = 200 / Math.sqrt(count);
    List<Polyline> paths = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Point from =
          i % 2 == 1
              ? paths.get(random.nextInt(i)).end()
              : new Point(random.nextDouble(20, 132), random.nextDouble(20, 71));
      List<Point> points = new ArrayList<>(List.of(from));
      double angle = random.nextDouble(2 * Math.PI);
      for (int k = 0; k < 5; k++) {
        angle += random.nextDouble(-0.5, 0.5);
        Point step = new Point(Math.cos(angle), Math.sin(angle)).times(reachMm / 10);
        points.add(points.getLast().plus(step));
      }
      paths.add(new Polyline(points));
    }
    return RandomDrawings.drawing(paths);
  }
}
