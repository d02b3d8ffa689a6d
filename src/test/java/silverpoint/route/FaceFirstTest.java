package silverpoint.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import silverpoint.foundation.geometry.Affine;
import silverpoint.foundation.geometry.Box;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.geometry.Polyline;
import silverpoint.picture.portrait.FacePart;
import silverpoint.picture.stroke.Drawing;
import silverpoint.picture.stroke.Stroke;

class FaceFirstTest {
  private static final Point HOME = new Point(0, 91);

  static IntStream seeds() {
    return IntStream.rangeClosed(1, 8);
  }

  /** Hair and cloth all around a face with two eyes, a nose and a mouth. */
  private static Drawing portrait(int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Stroke> strokes = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      double angle = 2 * Math.PI * i / 40 + random.nextDouble(0.1);
      Point out = new Point(Math.cos(angle), Math.sin(angle));
      Point from = new Point(75, 45).plus(out.times(random.nextDouble(20, 26)));
      Point to = from.plus(out.times(random.nextDouble(6, 16)));
      strokes.add(stroke(Polyline.of(from, to), FacePart.HAIR));
    }
    strokes.add(stroke(Polyline.of(new Point(66, 38), new Point(72, 38)), FacePart.EYE));
    strokes.add(stroke(Polyline.of(new Point(78, 38), new Point(84, 38)), FacePart.EYE));
    strokes.add(stroke(Polyline.of(new Point(75, 39), new Point(75, 47)), FacePart.NOSE));
    strokes.add(stroke(Polyline.of(new Point(70, 52), new Point(80, 53)), FacePart.MOUTH));
    return new Drawing(
        RandomDrawings.PAGE, strokes, List.of(new Box(60, 30, 30, 30)), Affine.IDENTITY);
  }

  private static Stroke stroke(Polyline path, FacePart part) {
    return new Stroke(path, Stroke.Source.EDGE, 1, part);
  }

  private static Route route(Drawing drawing, double tolerance) {
    return new RuralPostmanRouter(TravelPrices.HIDDEN, RandomDrawings.PACE, 1, tolerance)
        .route(drawing, HOME);
  }

  /** The share of the line after which eyes and mouth are complete. */
  private static double completeAfter(Route route, Drawing drawing) {
    double atMm = 0;
    double completeMm = 0;
    for (Leg leg : route.legs()) {
      for (int i = 1; i < leg.pathMm().points().size(); i++) {
        Point a = leg.pathMm().points().get(i - 1);
        Point b = leg.pathMm().points().get(i);
        atMm += a.distanceTo(b);
        if (leg instanceof Leg.Draw && isEyeOrMouth(a.towards(b, 0.5), drawing)) {
          completeMm = atMm;
        }
      }
    }
    return completeMm / atMm;
  }

  private static boolean isEyeOrMouth(Point point, Drawing drawing) {
    return drawing.strokes().stream()
        .filter(Stroke::isEyeOrMouth)
        .map(Stroke::pathMm)
        .anyMatch(path -> point.distanceToSegment(path.start(), path.end()) < 1e-6);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void eyesAndMouthComeInTheFirstHalf(int seed) {
    Drawing drawing = portrait(seed);
    Route route = route(drawing, 1);
    RouteAssert.assertFaithful(route, drawing);
    assertThat(completeAfter(route, drawing)).isLessThan(0.5);
    assertThat(route.lengthMm()).isLessThan(1.5 * route(drawing, 0).lengthMm());
    assertThat(route(drawing, 1)).isEqualTo(route);
  }

  @Test
  void withoutTheWishTheyComeWhenItSuitsTheLine() {
    long late =
        seeds()
            .filter(seed -> completeAfter(route(portrait(seed), 0), portrait(seed)) > 0.5)
            .count();
    assertThat(late).isPositive();
  }

  @Test
  void aLineWithoutATolerancePaysNothingForIt() {
    Drawing drawing = portrait(1);
    double cheapestMm = route(drawing, 0).lengthMm();
    assertThat(route(drawing, 1e-9).lengthMm()).isLessThan(cheapestMm * 1.01);
  }
}
