package silverpoint.route;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import silverpoint.foundation.geometry.Affine;
import silverpoint.foundation.geometry.Box;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.geometry.Polyline;
import silverpoint.picture.stroke.Drawing;
import silverpoint.picture.stroke.Page;
import silverpoint.picture.stroke.Stroke;

/** How the time of the router grows with the strokes, for both kinds of joins, on one core. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4)
@Measurement(iterations = 5)
@Fork(value = 1, jvmArgsAppend = {"-XX:+UseSerialGC", "-XX:ActiveProcessorCount=1"})
public class RouteGrowth {
  private static final Page PAGE = new Page(152, 106, 3, 0.5);
  private static final Point HOME = new Point(3, 103);
  private static final MachinePace PACE = new MachinePace(60, 1000, 0.05, 0.06, 0.07);

  @Param({"250", "500", "1000", "2000", "4000", "8000"})
  private int strokes;

  @Param({"HIDDEN", "SHORT"})
  private String joins = "HIDDEN";

  private Drawing drawing = drawing(1);
  private Router router = new RuralPostmanRouter(TravelPrices.HIDDEN, PACE, 1);

  @Setup
  public void setUp() {
    drawing = drawing(strokes);
    TravelPrices prices = joins.equals("HIDDEN") ? TravelPrices.HIDDEN : TravelPrices.SHORT;
    router = new FlatteningRouter(new RuralPostmanRouter(prices, PACE, 1));
  }

  @Benchmark
  public Route route() {
    return router.route(drawing, HOME);
  }

  /** Bent strokes all over the page; every other one starts where an earlier one ends. */
  private static Drawing drawing(int count) {
    SplittableRandom random = new SplittableRandom(count);
    double bendMm = 20 / Math.sqrt(count);
    List<Stroke> strokes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Point from =
          i % 2 == 1
              ? strokes.get(random.nextInt(i)).pathMm().end()
              : new Point(random.nextDouble(20, 132), random.nextDouble(20, 71));
      List<Point> points = new ArrayList<>(List.of(from));
      double angle = random.nextDouble(2 * Math.PI);
      for (int k = 0; k < 5; k++) {
        angle += random.nextDouble(-0.5, 0.5);
        Point step = new Point(Math.cos(angle), Math.sin(angle)).times(bendMm);
        points.add(points.getLast().plus(step));
      }
      strokes.add(new Stroke(new Polyline(points), Stroke.Source.EDGE, 1));
    }
    return new Drawing(PAGE, strokes, List.of(new Box(50, 20, 40, 40)), Affine.IDENTITY);
  }
}
