package silverpoint.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import silverpoint.foundation.geometry.Affine;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.geometry.Polyline;
import silverpoint.picture.portrait.FacePart;
import silverpoint.picture.stroke.Drawing;
import silverpoint.picture.stroke.Page;
import silverpoint.picture.stroke.Stroke;

class RetraceDarknessTest {
  private static final Page PAGE = new Page(152, 106, 3, 0.5);
  private static final MachinePace PACE = new MachinePace(60, 1000, 0.05, 0.06, 0.07);
  private static final Point MIDDLE = new Point(70, 50);
  private static final double ARM_MM = 10;

  @ParameterizedTest(name = "the shoulder is halfEdge {0}")
  @ValueSource(ints = {1, 2, 3})
  void aLineEndsOnAShoulderAndIsDrawnTwiceOverHair(int shoulder) {
    List<Stroke> halfEdges = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      FacePart part = i == shoulder ? FacePart.BODY : FacePart.HAIR;
      halfEdges.add(stroke(halfEdge(i), part, Stroke.Source.EDGE));
    }
    Route route =
        new RuralPostmanRouter(TravelPrices.HIDDEN, PACE, 1)
            .route(drawing(halfEdges), halfEdge(0).end());
    assertThat(route.lengthMm(Leg.Retrace.class)).isCloseTo(2 * ARM_MM, within(1e-6));
    assertThat(new RetraceDarkness(drawing(halfEdges)).darkMm(route))
        .isCloseTo(2 * ARM_MM, within(PAGE.lineWidthMm()));
  }

  @Test
  void onlyWhatIsDrawnTwiceOverDarkStrokesCounts() {
    Polyline brow = Polyline.of(new Point(40, 40), new Point(60, 40));
    Polyline cheek = Polyline.of(brow.end(), new Point(60, 70));
    Route route =
        new Route(
            brow.start(),
            List.of(
                new Leg.Draw(brow),
                new Leg.Draw(cheek),
                new Leg.Retrace(cheek.reversed()),
                new Leg.Retrace(brow.reversed())),
            0);
    Drawing drawing =
        drawing(
            List.of(
                stroke(brow, FacePart.BROW, Stroke.Source.EDGE),
                stroke(cheek, FacePart.FACE, Stroke.Source.EDGE)));
    assertThat(new RetraceDarkness(drawing).darkMm(route))
        .isCloseTo(brow.length(), within(PAGE.lineWidthMm()));
  }

  @Test
  void massesAndToneAreDarkWhereverTheyAreAndTheBridgeOfANoseIsNot() {
    Polyline path = Polyline.of(new Point(40, 40), new Point(60, 40));
    assertThat(stroke(path, FacePart.NOSE, Stroke.Source.MASS).isDark()).isTrue();
    assertThat(stroke(path, FacePart.BODY, Stroke.Source.HATCH).isDark()).isTrue();
    assertThat(stroke(path, FacePart.MOUTH, Stroke.Source.EDGE).isDark()).isTrue();
    assertThat(stroke(path, FacePart.NOSE, Stroke.Source.EDGE).isDark()).isFalse();
    assertThat(stroke(path, FacePart.JAW, Stroke.Source.OUTLINE).isDark()).isFalse();
  }

  private static Polyline halfEdge(int index) {
    double angle = index * Math.PI / 2;
    return Polyline.of(
        MIDDLE, MIDDLE.plus(new Point(Math.cos(angle), Math.sin(angle)).times(ARM_MM)));
  }

  private static Stroke stroke(Polyline path, FacePart part, Stroke.Source source) {
    return new Stroke(path, source, 1, part);
  }

  private static Drawing drawing(List<Stroke> strokes) {
    return new Drawing(PAGE, strokes, List.of(), Affine.IDENTITY);
  }
}
