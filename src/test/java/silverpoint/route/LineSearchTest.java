package silverpoint.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import silverpoint.foundation.geometry.Affine;
import silverpoint.foundation.geometry.Box;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.geometry.Polyline;
import silverpoint.picture.stroke.Drawing;
import silverpoint.picture.stroke.Page;
import silverpoint.picture.stroke.Stroke;

class LineSearchTest {
  private static final int INSTANCES = 200;
  private static final String SEEDS = "silverpoint.route.RuralPostmanRouterTest#seeds";

  /** Mirrors the raster of the paper onto itself. */
  private static final Page PAGE = new Page(152, 95, 0, 0.5);

  private static final Box MIDDLE_FACE_MM = new Box(56, 27.5, 40, 40);
  private static final TravelPrices BY_LENGTH = new TravelPrices(1, 1, 1, 1, 0);

  @ParameterizedTest(name = "seed {0}")
  @MethodSource(SEEDS)
  void isNeverLongerThanTheGreedyLine(int seed) {
    Drawing drawing = RandomDrawings.ofSeed(seed);
    Point home = RandomDrawings.homeOfSeed(seed);
    double routeMm =
        new RuralPostmanRouter(BY_LENGTH, RandomDrawings.PACE, seed)
            .route(drawing, home)
            .lengthMm();
    assertThat(routeMm).isLessThanOrEqualTo(greedyMm(drawing, home) + 1e-6);
  }

  /** Always on to the nearest end of a stroke that is left. */
  private static double greedyMm(Drawing drawing, Point home) {
    List<Polyline> left = new ArrayList<>();
    drawing.strokes().forEach(stroke -> left.add(stroke.pathMm()));
    double lengthMm = 0;
    Point at = home;
    while (!left.isEmpty()) {
      Point here = at;
      Polyline next =
          left.stream()
              .flatMap(path -> Stream.of(path, path.reversed()))
              .min(Comparator.comparingDouble(path -> here.distanceTo(path.start())))
              .orElseThrow();
      left.removeIf(path -> path.equals(next) || path.reversed().equals(next));
      lengthMm += here.distanceTo(next.start()) + next.length();
      at = next.end();
    }
    return lengthMm;
  }

  /**
   * Against the shortest line over whole strokes, which a line that leaves a stroke halfway may
   * undercut.
   */
  @Test
  void fewStrokesAreJoinedAsShortAsPossible() {
    int notLonger = 0;
    double worst = 0;
    for (int seed = 1; seed <= INSTANCES; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      List<Polyline> paths = new ArrayList<>();
      for (int i = 0; i < 3 + seed % 6; i++) {
        paths.add(Polyline.of(anywhere(random), anywhere(random)));
      }
      Point home = anywhere(random);
      double bestMm = BruteForce.lineMm(paths, home);
      double routeMm =
          new RuralPostmanRouter(BY_LENGTH, RandomDrawings.PACE, 1)
              .route(RandomDrawings.drawing(paths), home)
              .lengthMm();
      notLonger += routeMm <= bestMm + 1e-6 ? 1 : 0;
      worst = Math.max(worst, routeMm / bestMm - 1);
    }
    assertThat(notLonger).as("lines not longer").isGreaterThanOrEqualTo(INSTANCES * 97 / 100);
    assertThat(worst).as("how much longer the longest is").isLessThan(0.005);
  }

  private static Point anywhere(SplittableRandom random) {
    return new Point(random.nextDouble(150), random.nextDouble(90));
  }

  @Test
  void mirrorAndHalfTurnHardlyChangeTheCost() {
    for (TravelPrices prices : List.of(TravelPrices.HIDDEN, TravelPrices.SHORT, BY_LENGTH)) {
      for (int seed = 1; seed <= 20; seed++) {
        Drawing drawing = RandomDrawings.ofSeed(seed);
        Point centre = new Point(PAGE.widthMm() / 2, PAGE.heightMm() / 2);
        UnaryOperator<Point> mirror = p -> new Point(2 * centre.x() - p.x(), p.y());
        List<Box> face = List.of(MIDDLE_FACE_MM);
        double upright = cost(drawing, prices, face, UnaryOperator.identity());
        double mirrored = cost(drawing, prices, face, mirror);
        assertThat(mirrored).as("seed %d", seed).isCloseTo(upright, within(0.03 * upright));
        // a face upside down is another one
        double faceless = cost(drawing, prices, List.of(), UnaryOperator.identity());
        double turned = cost(drawing, prices, List.of(), p -> centre.times(2).minus(p));
        assertThat(turned).as("seed %d", seed).isCloseTo(faceless, within(0.03 * faceless));
      }
    }
  }

  private static double cost(
      Drawing drawing, TravelPrices prices, List<Box> facesMm, UnaryOperator<Point> map) {
    List<Stroke> strokes =
        drawing.strokes().stream()
            .map(stroke ->
                new Stroke(
                    new Polyline(stroke.pathMm().points().stream().map(map).toList()),
                    stroke.source(),
                    stroke.salience()))
            .toList();
    Drawing moved = new Drawing(PAGE, strokes, facesMm, Affine.IDENTITY);
    StrokeNetwork network = StrokeNetwork.of(moved, map.apply(new Point(0, 0)));
    TravelCost cost = new TravelCost(prices, RandomDrawings.PACE, moved, network);
    return cost.of(new LineSearch(network, GapTree.of(network), cost).cheapest(1, List.of(), 0));
  }
}
