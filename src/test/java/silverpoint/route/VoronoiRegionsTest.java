package silverpoint.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
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

class VoronoiRegionsTest {
  private static final String SEEDS = "silverpoint.route.RuralPostmanRouterTest#seeds";
  private static final Box FACE_MM = new Box(50, 20, 40, 40);

  private static Connector between(TravelPrices prices, Polyline... strokes) {
    Drawing drawing = drawing(strokes);
    // home touches the first stroke
    StrokeNetwork network = StrokeNetwork.of(drawing, strokes[0].start());
    List<Connector> connectors =
        new VoronoiRegions(network, new Paper(prices, drawing, network)).connectors(1, 8, 2);
    assertThat(connectors).hasSize(1);
    return connectors.getFirst();
  }

  private static Drawing drawing(Polyline... paths) {
    List<Stroke> strokes =
        Stream.of(paths).map(path -> new Stroke(path, Stroke.Source.EDGE, 1)).toList();
    return new Drawing(new Page(152, 91, 3, 0.5), strokes, List.of(FACE_MM), Affine.IDENTITY);
  }

  @Test
  void overPlainPaperAGeodesicIsStraight() {
    Connector connector =
        between(
            TravelPrices.HIDDEN,
            Polyline.of(new Point(10, 70), new Point(20, 70)),
            Polyline.of(new Point(30, 77), new Point(40, 77)));
    assertThat(connector.pathMm()).hasSize(2);
    assertThat(new Polyline(connector.pathMm()).length()).isCloseTo(Math.hypot(10, 7), within(0.1));
  }

  @Test
  void aGeodesicLeadsAroundTheFace() {
    Connector connector =
        between(
            TravelPrices.HIDDEN,
            Polyline.of(new Point(70, 10), new Point(70, 15)),
            Polyline.of(new Point(70, 65), new Point(70, 70)));
    Point centre = FACE_MM.centre();
    for (Point point : new Polyline(connector.pathMm()).resampled(1)) {
      assertThat(point.distanceTo(centre)).isGreaterThan(FACE_MM.width() / 2 - 0.5);
    }
  }

  @Test
  void aGeodesicStaysInsideTheFrame() {
    Connector connector =
        between(
            TravelPrices.HIDDEN,
            Polyline.of(new Point(3, 88), new Point(3, 87)),
            Polyline.of(new Point(100, 88), new Point(100, 75)));
    assertThat(connector.pathMm()).allMatch(point -> point.x() >= 3 && point.y() <= 88);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource(SEEDS)
  void connectorsLeadFromInkToInkAndTieAllComponents(int seed) {
    Drawing drawing = RandomDrawings.ofSeed(seed);
    StrokeNetwork network = StrokeNetwork.of(drawing, RandomDrawings.homeOfSeed(seed));
    TravelCost cost = new TravelCost(TravelPrices.HIDDEN, RandomDrawings.PACE, drawing, network);
    List<Gap> gaps = GapTree.of(network);
    List<Connector> connectors = Connectors.of(network, gaps, cost);
    List<Connector> tree = Connectors.tree(network, connectors);
    assertThat(tree).hasSize(network.components().size() - 1);
    double straight =
        gaps.stream().mapToDouble(g -> Connector.straight(g, cost.paper()).price()).sum();
    assertThat(tree.stream().mapToDouble(Connector::price).sum())
        .isLessThanOrEqualTo(straight * (1 + 1e-6));
    for (Connector connector : connectors) {
      assertThat(connector.pathMm().getFirst()).isEqualTo(connector.from().pointMm());
      assertThat(connector.pathMm().getLast()).isEqualTo(connector.to().pointMm());
      assertThat(distanceMm(network, connector.from())).isLessThan(1e-9);
      assertThat(distanceMm(network, connector.to())).isLessThan(1e-9);
    }
  }

  private static double distanceMm(StrokeNetwork network, StrokeNetwork.Site site) {
    StrokeNetwork.Segment ink = network.segments().get(site.segment());
    return site.pointMm().distanceToSegment(network.pointMm(ink.from()), network.pointMm(ink.to()));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource(SEEDS)
  void theHeapGivesNumbersByTheirPrice(int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    MinHeap heap = new MinHeap();
    double[] prices = random.doubles(3000, 0, 1).map(price -> Math.rint(200 * price)).toArray();
    IntStream.range(0, prices.length).forEach(value -> heap.add(prices[value], value));
    List<Integer> removed = new ArrayList<>();
    while (!heap.isEmpty()) {
      double price = heap.price();
      removed.add(heap.remove());
      assertThat(price).isEqualTo(prices[removed.getLast()]);
    }
    assertThat(removed)
        .isEqualTo(
            IntStream.range(0, prices.length)
                .boxed()
                .sorted(Comparator.comparingDouble(value -> prices[value]))
                .toList());
  }
}
