package silverpoint.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.geometry.Polyline;
import silverpoint.picture.stroke.Drawing;
import silverpoint.picture.stroke.Stroke;

class RuralPostmanRouterTest {
  private static final Router ROUTER =
      new RuralPostmanRouter(TravelPrices.HIDDEN, RandomDrawings.PACE, 1);

  private static final Router SHORTEST =
      new RuralPostmanRouter(TravelPrices.SHORT, RandomDrawings.PACE, 1);

  private static final Point HOME = new Point(0, 0);

  static IntStream seeds() {
    return IntStream.rangeClosed(1, 30);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void drawsEveryStrokeOnceFromHome(int seed) {
    Drawing drawing = RandomDrawings.ofSeed(seed);
    Route route = ROUTER.route(drawing, RandomDrawings.homeOfSeed(seed));
    assertThat(route.startMm()).isEqualTo(RandomDrawings.homeOfSeed(seed));
    RouteAssert.assertFaithful(route, drawing);
    RouteAssert.assertFaithful(SHORTEST.route(drawing, RandomDrawings.homeOfSeed(seed)), drawing);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void endsWhereTheLastNewInkEnds(int seed) {
    Drawing drawing = RandomDrawings.ofSeed(seed);
    List<Leg> legs = ROUTER.route(drawing, RandomDrawings.homeOfSeed(seed)).legs();
    Leg last = legs.getLast();
    Point end = last.pathMm().end();
    boolean atDot =
        drawing.strokes().stream()
            .anyMatch(
                stroke -> stroke.pathMm().length() == 0 && stroke.pathMm().start().equals(end));
    boolean passed =
        legs.subList(0, legs.size() - 1).stream()
            .anyMatch(leg -> leg.pathMm().points().contains(end));
    assertThat(last instanceof Leg.Draw || last instanceof Leg.Connector && atDot && !passed)
        .as("%s", last)
        .isTrue();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void givesTheSameRouteAgain(int seed) {
    Point home = RandomDrawings.homeOfSeed(seed);
    assertThat(ROUTER.route(RandomDrawings.ofSeed(seed), home))
        .isEqualTo(ROUTER.route(RandomDrawings.ofSeed(seed), home));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void doesNotNeedAnOrderOfStrokes(int seed) {
    Drawing drawing = RandomDrawings.ofSeed(seed);
    Drawing reversed =
        RandomDrawings.drawing(drawing.strokes().reversed().stream().map(Stroke::pathMm).toList());
    Point home = RandomDrawings.homeOfSeed(seed);
    Route route = ROUTER.route(reversed, home);
    RouteAssert.assertFaithful(route, drawing);
    assertThat(route.lowerBoundMm())
        .isCloseTo(ROUTER.route(drawing, home).lowerBoundMm(), within(1e-3));
  }

  @Test
  void anEmptyDrawingNeedsNoLine() {
    assertThat(ROUTER.route(RandomDrawings.drawing(), HOME))
        .isEqualTo(new Route(HOME, List.of(), 0));
  }

  @Test
  void anOpenStrokeFromHomeIsTheLine() {
    Polyline stroke = Polyline.of(HOME, new Point(3, 4), new Point(9, 4));
    assertThat(ROUTER.route(RandomDrawings.drawing(stroke), HOME))
        .isEqualTo(new Route(HOME, List.of(new Leg.Draw(stroke)), 11));
  }

  @Test
  void aSquareWithADiagonalIsOneStrokeFromAnEndOfTheDiagonal() {
    Point b = new Point(10, 0);
    Point c = new Point(10, 10);
    Point d = new Point(0, 10);
    Drawing drawing =
        RandomDrawings.drawing(
            Polyline.of(HOME, b, c), Polyline.of(c, d, HOME), Polyline.of(HOME, c));
    Route route = ROUTER.route(drawing, HOME);
    assertThat(route.legs()).hasSize(1);
    assertThat(route.lengthMm()).isCloseTo(drawing.inkMm(), within(1e-9));
    assertThat(route.lowerBoundMm()).isCloseTo(drawing.inkMm(), within(1e-9));
  }

  @Test
  void twoSegmentsInARowAreJoinedOverTheirGap() {
    Drawing drawing =
        RandomDrawings.drawing(
            Polyline.of(new Point(20, 0), new Point(12, 0)), Polyline.of(new Point(10, 0), HOME));
    Route route = ROUTER.route(drawing, HOME);
    assertThat(route.legs())
        .containsExactly(
            new Leg.Draw(Polyline.of(HOME, new Point(10, 0))),
            new Leg.Connector(Polyline.of(new Point(10, 0), new Point(12, 0))),
            new Leg.Draw(Polyline.of(new Point(12, 0), new Point(20, 0))));
    assertThat(route.lowerBoundMm()).isCloseTo(20, within(1e-4));
  }

  @Test
  void aCrossIsRetracedWhenTravelHidesAndHoppedWhenItIsShort() {
    Drawing drawing =
        RandomDrawings.drawing(
            Polyline.of(new Point(0, 5), new Point(10, 5)),
            Polyline.of(new Point(5, 0), new Point(5, 10)));
    Route hidden = ROUTER.route(drawing, new Point(0, 5));
    assertThat(hidden.lengthMm(Leg.Connector.class)).isZero();
    assertThat(hidden.lengthMm(Leg.Retrace.class)).isCloseTo(10, within(1e-9));
    Route shortest = SHORTEST.route(drawing, new Point(0, 5));
    assertThat(shortest.lengthMm()).isCloseTo(20 + Math.hypot(5, 5), within(1e-4));
    assertThat(shortest.lowerBoundMm()).isCloseTo(shortest.lengthMm(), within(1e-4));
  }

  @Test
  void aCircleNextToHomeIsReachedOnceAndGoneRound() {
    List<Point> circle = new ArrayList<>();
    for (int i = 0; i <= 36; i++) {
      double angle = Math.toRadians(10 * (i % 36));
      circle.add(new Point(13 - 10 * Math.cos(angle), 10 * Math.sin(angle)));
    }
    Drawing drawing = RandomDrawings.drawing(new Polyline(circle));
    Route route = ROUTER.route(drawing, HOME);
    assertThat(route.legs()).hasSize(2);
    assertThat(route.lengthMm()).isCloseTo(drawing.inkMm() + 3, within(1e-9));
    assertThat(route.lowerBoundMm()).isCloseTo(drawing.inkMm() + 3, within(1e-4));
  }

  @Test
  void connectorsMayEndInsideASegment() {
    Drawing drawing =
        RandomDrawings.drawing(
            Polyline.of(new Point(0, 5), new Point(20, 5)),
            Polyline.of(new Point(10, 6), new Point(10, 16)));
    Route route = ROUTER.route(drawing, new Point(0, 5));
    RouteAssert.assertFaithful(route, drawing);
    assertThat(route.lengthMm(Leg.Connector.class)).isLessThan(2 + 1e-9);
  }

  @Test
  void hundredsOfStrokesThroughOnePointBecomeOneLineThatTurnsLittle() {
    Point centre = new Point(76, 45);
    List<Polyline> rays = new ArrayList<>();
    int count = 200;
    for (int i = 0; i < count; i++) {
      double angle = 2 * Math.PI * i / count;
      Point ray = new Point(Math.cos(angle), Math.sin(angle)).times(20 + i % 7);
      rays.add(Polyline.of(centre, centre.plus(ray)));
    }
    Drawing drawing = RandomDrawings.drawing(rays);
    Route route = SHORTEST.route(drawing, centre);
    RouteAssert.assertFaithful(route, drawing);
    assertThat(route.optimalityGap()).isLessThan(0.1);
  }

  @Test
  void doubledInkIsDrawnOnce() {
    Point b = new Point(5, 0);
    Point c = new Point(5, 5);
    Drawing drawing =
        RandomDrawings.drawing(
            Polyline.of(HOME, b, c), Polyline.of(c, b, HOME), Polyline.of(HOME, b, HOME, HOME));
    assertThat(ROUTER.route(drawing, HOME))
        .isEqualTo(new Route(HOME, List.of(new Leg.Draw(Polyline.of(HOME, b, c))), 10));
  }

  @Test
  void passesThroughADot() {
    Point dot = new Point(3, 4);
    Drawing drawing = RandomDrawings.drawing(Polyline.of(dot, dot));
    assertThat(ROUTER.route(drawing, HOME).legs())
        .containsExactly(new Leg.Connector(Polyline.of(HOME, dot)));
  }

  @Test
  void theChecksSeeInkThatIsHoppedOver() {
    Drawing drawing = RandomDrawings.ofSeed(1);
    Route route = ROUTER.route(drawing, HOME);
    List<Leg> faulty = new ArrayList<>(route.legs());
    Polyline skipped = faulty.removeLast().pathMm();
    faulty.add(new Leg.Connector(Polyline.of(skipped.start(), skipped.end())));
    Route fault = new Route(HOME, faulty, route.lowerBoundMm());
    assertThatThrownBy(() -> RouteAssert.assertDrawsEveryStrokeOnce(fault, drawing))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void theChecksSeeARetraceOverPaper() {
    Drawing drawing = RandomDrawings.ofSeed(1);
    Route route = ROUTER.route(drawing, HOME);
    List<Leg> faulty = new ArrayList<>(route.legs());
    faulty.replaceAll(
        leg -> leg instanceof Leg.Connector(Polyline pathMm) ? new Leg.Retrace(pathMm) : leg);
    Route fault = new Route(HOME, faulty, route.lowerBoundMm());
    assertThatThrownBy(() -> RouteAssert.assertRetracesOnlyWhatIsDrawn(fault))
        .isInstanceOf(AssertionError.class);
  }
}
