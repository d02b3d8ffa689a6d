package silverpoint.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import silverpoint.geometry.Affine;
import silverpoint.geometry.Point;
import silverpoint.geometry.Polyline;
import silverpoint.image.GrayImage;
import silverpoint.stroke.Drawing;
import silverpoint.stroke.Stroke;

class TravelCostTest {
  private static final TravelPrices PRICES = new TravelPrices(0.1, 0.5, 1, 2, 5, 0.3, 1 / 152.0);

  /** A millimetre and a reversal take a second each. */
  private static final Pace PACE = new Pace(1, 1e9, 0.05, 1, 1);

  private static final Point HOME = new Point(0, 0);

  /** A long horizontal line above the face box, which is 40 mm wide. */
  private static final Polyline LINE = Polyline.of(new Point(10, 10), new Point(140, 10));

  private static double hop(Point from, Point to) {
    Drawing drawing = RandomDrawings.drawing(LINE);
    TravelCost cost = new TravelCost(PRICES, PACE, drawing, StrokeNetwork.of(drawing, HOME));
    return cost.of(new Chain(0, 1, Polyline.of(from, to), Chain.Kind.HOP));
  }

  @Test
  void paperCostsMoreTheFartherItIsFromInk() {
    assertThat(hop(new Point(20, 10), new Point(30, 10))).isCloseTo(1, within(0.02));
    assertThat(hop(new Point(20, 10.6), new Point(21, 10.6))).isCloseTo(0.5, within(0.02));
    assertThat(hop(new Point(20, 15), new Point(30, 15))).isCloseTo(20, within(0.02));
  }

  @Test
  void whatRunsOnBesideInkIsDearerThanABridge() {
    assertThat(hop(new Point(20, 10.6), new Point(30, 10.6))).isCloseTo(9, within(0.02));
    assertThat(hop(new Point(20, 10.6), new Point(22, 10.6))).isCloseTo(1, within(0.02));
  }

  @Test
  void aDoubleLineIsWorstInTheFace() {
    Drawing drawing = RandomDrawings.drawing(Polyline.of(new Point(60, 40), new Point(80, 40)));
    TravelCost cost = new TravelCost(PRICES, PACE, drawing, StrokeNetwork.of(drawing, HOME));
    double near = 10 * 0.5 * 5;
    double doubled = 0.5 * (8 * 10 - 2);
    assertThat(cost.hop(new Point(65, 40.6), new Point(75, 40.6)))
        .isCloseTo(near + doubled, within(0.1));
  }

  @Test
  void paperInTheFaceIsDearerAndTheCornersOfItsBoxAreNotTheFace() {
    assertThat(hop(new Point(65, 40), new Point(75, 40))).isCloseTo(100, within(0.1));
    assertThat(hop(new Point(51, 21), new Point(54, 21))).isCloseTo(6, within(0.1));
  }

  @Test
  void aLineFromEyeToEyeIsDearestForItLooksLikeGlasses() {
    assertThat(hop(new Point(68, 28.8), new Point(72, 28.8))).isCloseTo(3 * 40, within(0.1));
    assertThat(hop(new Point(56, 28.8), new Point(60, 28.8))).isCloseTo(40, within(0.1));
  }

  @Test
  void paperIsCheaperWhereThePhotoHasAFaintLine() {
    float[] seen = new float[152 * 106];
    Arrays.fill(seen, 70 * 152, 80 * 152, 1);
    Drawing plain = RandomDrawings.drawing(LINE);
    Drawing drawing =
        new Drawing(
            plain.page(),
            plain.strokes(),
            plain.faceBoxesMm(),
            Affine.IDENTITY,
            Optional.of(new GrayImage(152, 106, seen)));
    TravelCost cost = new TravelCost(PRICES, PACE, drawing, StrokeNetwork.of(drawing, HOME));
    assertThat(cost.hop(new Point(20, 75), new Point(30, 75))).isCloseTo(10, within(0.1));
    assertThat(cost.hop(new Point(20, 90), new Point(30, 90))).isCloseTo(20, within(0.1));
    // over ink and beside it nothing changes
    assertThat(cost.hop(new Point(20, 10), new Point(30, 10))).isCloseTo(1, within(0.1));
  }

  @Test
  void aPageWithoutAFaceAndPointsBesideThePageHaveAPrice() {
    Drawing drawing =
        new Drawing(
            RandomDrawings.PAGE,
            List.of(new Stroke(LINE, Stroke.Source.EDGE, 1)),
            List.of(),
            Affine.IDENTITY);
    TravelCost cost = new TravelCost(PRICES, PACE, drawing, StrokeNetwork.of(drawing, HOME));
    Polyline beside = Polyline.of(new Point(-50, -50), new Point(-50, -60));
    assertThat(cost.of(new Chain(0, 1, beside, Chain.Kind.HOP))).isCloseTo(20, within(1e-6));
  }

  @Test
  void aSecondPassOverInkPaysItsReversals() {
    Polyline zigzag =
        Polyline.of(new Point(0, 0), new Point(4, 3), new Point(8, 0), new Point(4, 3.01));
    Drawing drawing = RandomDrawings.drawing(zigzag);
    TravelCost cost = new TravelCost(PRICES, PACE, drawing, StrokeNetwork.of(drawing, HOME));
    double expected = 0.1 * zigzag.length() + 3 * 0.3;
    assertThat(cost.of(new Chain(0, 1, zigzag, Chain.Kind.INK))).isCloseTo(expected, within(1e-6));
  }

  @Test
  void aFaceIsLedAroundAndNotCrossed() {
    // two bars beside the face, joined by an arch over it; the gap between their lower ends is
    // shorter than the arch, but crosses the face
    Polyline left = Polyline.of(new Point(52, 10), new Point(52, 45));
    Polyline right = Polyline.of(new Point(88, 45), new Point(88, 10));
    Polyline arch = Polyline.of(new Point(52, 10), new Point(88, 10));
    Drawing drawing = RandomDrawings.drawing(left, right, arch);
    Router router = new RuralPostmanRouter(TravelPrices.HIDDEN, PACE, 1);
    for (Leg leg : router.route(drawing, new Point(70, 0)).legs()) {
      if (leg instanceof Leg.Connector(Polyline pathMm)) {
        assertThat(pathMm.end().y()).isLessThanOrEqualTo(10);
      }
    }
  }
}
