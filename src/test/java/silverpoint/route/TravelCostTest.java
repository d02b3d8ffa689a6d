package silverpoint.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import silverpoint.foundation.geometry.Affine;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.geometry.Polyline;
import silverpoint.foundation.image.GrayImage;
import silverpoint.picture.stroke.Drawing;
import silverpoint.picture.stroke.Page;
import silverpoint.picture.stroke.Stroke;

/** What is dearer than what, whatever the prices are, with those that the kiosk uses. */
class TravelCostTest {
  private static final MachinePace PACE = RandomDrawings.PACE;
  private static final Point HOME = new Point(0, 0);

  /** A long line above the face box, which goes from (50, 20) to (90, 60). */
  private static final Polyline LINE = Polyline.of(new Point(10, 10), new Point(140, 10));

  private static final TravelCost HIDDEN = cost(TravelPrices.HIDDEN, RandomDrawings.drawing(LINE));

  private static TravelCost cost(TravelPrices prices, Drawing drawing) {
    return new TravelCost(prices, PACE, drawing, StrokeNetwork.of(drawing, HOME));
  }

  private static double connector(double x1, double y1, double x2, double y2) {
    return HIDDEN.connector(new Point(x1, y1), new Point(x2, y2));
  }

  /** Ten millimetres of open paper. */
  private static double openPaper() {
    return connector(20, 75, 30, 75);
  }

  @Test
  void theFaceIsDearestThenPaperHoweverCloseToInkThenInk() {
    double inFace = connector(65, 40, 75, 40);
    double besideInk = connector(20, 10.6, 30, 10.6);
    double onInk = connector(20, 10, 30, 10);
    assertThat(inFace).isGreaterThan(1.5 * openPaper());
    assertThat(besideInk).isCloseTo(openPaper(), within(1e-9));
    assertThat(besideInk).isGreaterThan(1.5 * onInk);
    assertThat(onInk).isPositive();
  }

  @Test
  void aConnectorThroughTheFaceIsDearerThanALongerOneAroundIt() {
    Polyline across = Polyline.of(new Point(48, 40), new Point(92, 40));
    Polyline around =
        Polyline.of(new Point(48, 40), new Point(48, 64), new Point(92, 64), new Point(92, 40));
    double acrossS = HIDDEN.of(new Chain(0, 1, across, Chain.Kind.CONNECTOR));
    double aroundS = HIDDEN.of(new Chain(0, 1, around, Chain.Kind.CONNECTOR));
    assertThat(across.length()).isLessThan(around.length());
    assertThat(connector(48, 40, 92, 40)).isGreaterThan(1.6 * connector(48, 75, 92, 75));
    assertThat(acrossS / across.length()).isGreaterThan(1.6 * aroundS / around.length());
  }

  @Test
  void theCornersOfTheFaceBoxAreNotTheFace() {
    double atCorner = connector(51, 21, 54, 21);
    assertThat(atCorner).isCloseTo(connector(20, 75, 23, 75), within(1e-6 * atCorner));
  }

  @Test
  void aLineFromEyeToEyeIsDearestForItLooksLikeGlasses() {
    double elsewhere = connector(68, 45, 72, 45);
    assertThat(connector(68, 28.8, 72, 28.8)).isGreaterThan(1.5 * elsewhere);
    assertThat(connector(56, 28.8, 60, 28.8)).isCloseTo(elsewhere, within(1e-6 * elsewhere));
  }

  @Test
  void aLineAcrossACheekIsDearForItLooksLikeAScar() {
    double elsewhere = connector(68, 45, 72, 45);
    assertThat(connector(80, 45, 84, 45)).isGreaterThan(1.5 * elsewhere);
    assertThat(connector(56, 45, 60, 45)).isGreaterThan(1.5 * elsewhere);
    assertThat(connector(80, 35, 84, 35))
        .as("the temple")
        .isCloseTo(elsewhere, within(1e-6 * elsewhere));
  }

  @Test
  void paperIsCheaperWhereThePhotoHasAFaintLine() {
    float[] seen = new float[152 * 106];
    Arrays.fill(seen, 70 * 152, 80 * 152, 0.6f);
    Drawing plain = RandomDrawings.drawing(LINE);
    Drawing drawing =
        new Drawing(
            plain.page(),
            plain.strokes(),
            plain.faceBoxesMm(),
            Affine.IDENTITY,
            Optional.of(new GrayImage(152, 106, seen)));
    TravelCost cost = cost(TravelPrices.HIDDEN, drawing);
    assertThat(cost.connector(new Point(20, 75), new Point(30, 75))).isLessThan(0.9 * openPaper());
    // over ink and where the photo shows nothing it is as before
    for (double y : new double[] {10, 85}) {
      assertThat(cost.connector(new Point(20, y), new Point(30, y)))
          .isCloseTo(connector(20, y, 30, y), within(1e-9));
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void thereAndBackCostTheSame(int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    TravelCost cost = cost(TravelPrices.HIDDEN, RandomDrawings.ofSeed(seed));
    for (int i = 0; i < 50; i++) {
      Point from = anywhere(random);
      Point to = anywhere(random);
      double there = cost.connector(from, to);
      assertThat(cost.connector(to, from)).isCloseTo(there, within(1e-6 * there));
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void goingOnMakesItDearer(int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    TravelCost cost = cost(TravelPrices.HIDDEN, RandomDrawings.ofSeed(seed));
    for (int i = 0; i < 20; i++) {
      Point from = anywhere(random);
      Point to = anywhere(random);
      double before = 0;
      for (int k = 1; k <= 10; k++) {
        double now = cost.connector(from, from.towards(to, k / 10.0));
        // but for what the raster blurs
        assertThat(now).isGreaterThan(0.97 * before);
        before = now;
      }
    }
  }

  /** Twice the length is twice the price, and both halves together cost as much as the whole. */
  @Test
  void onOpenPaperPricesAddUp() {
    for (double y : new double[] {70, 77, 84}) {
      double whole = connector(12, y, 52, y + 3);
      double halves = connector(12, y, 32, y + 1.5) + connector(32, y + 1.5, 52, y + 3);
      assertThat(halves).isCloseTo(whole, within(1e-6 * whole));
      assertThat(connector(12, y, 32, y + 1.5)).isCloseTo(whole / 2, within(1e-6 * whole));
    }
  }

  @Test
  void theShortestLineCostsItsLengthWhereverItRuns() {
    TravelCost shortest = cost(TravelPrices.SHORT, RandomDrawings.drawing(LINE));
    double onPaper = shortest.connector(new Point(20, 75), new Point(30, 75));
    assertThat(shortest.connector(new Point(65, 40), new Point(75, 40)))
        .isCloseTo(onPaper, within(1e-9));
    assertThat(shortest.connector(new Point(20, 10), new Point(30, 10)))
        .isCloseTo(onPaper, within(1e-9));
    assertThat(shortest.connector(new Point(20, 75), new Point(50, 75)))
        .isCloseTo(3 * onPaper, within(1e-9));
    assertThat(shortest.hides()).isFalse();
    assertThat(HIDDEN.hides()).isTrue();
  }

  @Test
  void whereTheMachineMustNotDrawIsDearerThanAnyPaper() {
    Page page = new Page(152, 91.2, 8, 0.5);
    Drawing drawing =
        new Drawing(
            page, List.of(new Stroke(LINE, Stroke.Source.EDGE, 1)), List.of(), Affine.IDENTITY);
    TravelCost cost = cost(TravelPrices.HIDDEN, drawing);
    double inFrame = cost.connector(new Point(20, 75), new Point(30, 75));
    double inMargin = cost.connector(new Point(20, 87), new Point(30, 87));
    assertThat(inMargin).isGreaterThan(5 * inFrame);
    assertThat(cost.connector(new Point(-50, -50), new Point(-50, -60)))
        .isCloseTo(inMargin, within(1e-6 * inMargin));
  }

  @Test
  void aSecondPassOverInkPaysItsReversals() {
    Polyline zigzag =
        Polyline.of(new Point(0, 0), new Point(4, 3), new Point(8, 0), new Point(4, 3.01));
    Polyline straight = Polyline.of(new Point(0, 0), new Point(zigzag.length(), 0));
    double zigzagS = HIDDEN.of(new Chain(0, 1, zigzag, Chain.Kind.INK));
    double straightS = HIDDEN.of(new Chain(0, 1, straight, Chain.Kind.INK));
    // y turns twice, x once
    double turnsS = 2 * PACE.reversalS(false, true) + PACE.reversalS(true, false);
    assertThat(zigzagS - straightS).isCloseTo(TravelPrices.HIDDEN.turns() * turnsS, within(1e-6));
  }

  @Test
  void anAxisThatTurnsRoundAfterItStoodStillPaysAsOneThatTurnsAtOnce() {
    Chain there = ink(0, new Point(20, 60), new Point(40, 60));
    Chain down =
        new Chain(1, 2, Polyline.of(new Point(40, 60), new Point(40, 64)), Chain.Kind.CONNECTOR);
    Chain back = ink(2, new Point(40, 64), new Point(20, 64));
    Chain onwards = ink(2, new Point(40, 64), new Point(60, 64));
    double turnsRound = lineS(there, down, back);
    double goesOn = lineS(there, down, onwards);
    assertThat(turnsRound - goesOn)
        .isGreaterThan(0.9 * TravelPrices.HIDDEN.turns() * PACE.xTakeUpS());
    double alongTheLink =
        HIDDEN.ofLink(
                leaving(there, true), new Point(40, 60), new Point(40, 64), leaving(back, false))
            - HIDDEN.ofLink(
                leaving(there, true),
                new Point(40, 60),
                new Point(40, 64),
                leaving(onwards, false));
    assertThat(alongTheLink).isCloseTo(turnsRound - goesOn, within(1e-9));
  }

  private static Chain ink(int from, Point a, Point b) {
    return new Chain(from, from + 1, Polyline.of(a, b), Chain.Kind.INK);
  }

  private static double lineS(Chain... chains) {
    return HIDDEN.of(Arrays.stream(chains).map(chain -> new Step(chain, false)).toList());
  }

  private static Turn leaving(Chain chain, boolean atItsEnd) {
    List<Point> path = chain.pathMm().points();
    return HIDDEN.leaving(atItsEnd ? path.reversed() : path);
  }

  @Test
  void aFaceIsLedAroundAndNotCrossed() {
    // two bars beside the face, joined by an arch over it; the gap between their lower ends is
    // shorter than the arch, but crosses the face
    Polyline left = Polyline.of(new Point(52, 10), new Point(52, 45));
    Polyline right = Polyline.of(new Point(88, 45), new Point(88, 10));
    Polyline arch = Polyline.of(new Point(52, 10), new Point(88, 10));
    Drawing drawing = RandomDrawings.drawing(left, right, arch);
    Route route =
        new RuralPostmanRouter(TravelPrices.HIDDEN, PACE, 1).route(drawing, new Point(70, 0));
    List<Leg> connectors = route.legs().stream().filter(Leg.Connector.class::isInstance).toList();
    assertThat(connectors)
        .isNotEmpty()
        .allMatch(leg -> leg.pathMm().points().stream().allMatch(point -> point.y() <= 10));
  }

  private static Point anywhere(SplittableRandom random) {
    return new Point(random.nextDouble(150), random.nextDouble(90));
  }
}
