package silverpoint.stroke;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import silverpoint.face.Face;
import silverpoint.geometry.Affine;
import silverpoint.geometry.Box;
import silverpoint.geometry.Point;
import silverpoint.geometry.Polyline;
import silverpoint.image.GrayImage;
import silverpoint.image.RgbImage;
import silverpoint.lineart.LineArt;
import silverpoint.portrait.FaceLight;
import silverpoint.portrait.FacePart;
import silverpoint.portrait.Portrait;
import silverpoint.portrait.Sitter;

class VectorizerTest {
  private static final int SIDE = 200;
  private static final Page PAGE = new Page(152, 106, 3, 0.5);
  private static final double MM_PER_PX = 100.0 / SIDE;

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void strokesStayOnThePageAndWithinAThirdOfTheirWidth(int seed) {
    List<Polyline> lines = curves(seed);
    Drawing drawing = vectorize(lines, List.of());
    assertThat(drawing.strokes()).isNotEmpty();
    Affine toCrop = drawing.cropToPage().inverse();
    for (Stroke stroke : drawing.strokes()) {
      for (Point point : stroke.pathMm().resampled(0.3)) {
        assertThat(PAGE.drawableMm().contains(point)).isTrue();
        assertThat(distance(toCrop.apply(point), lines) * MM_PER_PX)
            .isLessThan(PAGE.lineWidthMm() * 0.4);
      }
    }
  }

  @Test
  void linesThatShareAPointShareItAsStrokes() {
    Polyline through = Polyline.of(new Point(40, 100), new Point(90, 100), new Point(160, 100));
    Polyline across = Polyline.of(new Point(90, 40), new Point(90, 100));
    Drawing drawing = vectorize(List.of(through, across), List.of());
    assertThat(drawing.strokes()).hasSize(2);
    assertThat(drawing.strokes().get(0).pathMm().points())
        .contains(drawing.strokes().get(1).pathMm().end());
  }

  @Test
  void stubsAreDropped() {
    Polyline stub = Polyline.of(new Point(20, 20), new Point(22, 20));
    assertThat(vectorize(List.of(stub), List.of()).strokes()).isEmpty();
  }

  @Test
  void curlsOnTheSkinAreDroppedElsewhereTheyStay() {
    assertThat(vectorize(List.of(arc(new Point(80, 80), 3, 1.6 * Math.PI)), List.of()).strokes())
        .isEmpty();
    assertThat(vectorize(List.of(arc(new Point(80, 80), 3, Math.PI)), List.of()).strokes())
        .hasSize(1);
    assertThat(vectorize(List.of(arc(new Point(20, 190), 3, 1.6 * Math.PI)), List.of()).strokes())
        .hasSize(1);
  }

  @Test
  void aWrinkleHardlyLongerThanItsTieIsDropped() {
    Polyline outline = line(60, 30, 60, 170);
    Polyline wrinkle = line(90, 100, 110, 100);
    Polyline nearer = line(66, 100, 110, 100);
    assertThat(vectorize(List.of(outline, wrinkle), List.of()).strokes()).hasSize(1);
    assertThat(vectorize(List.of(outline, nearer), List.of()).strokes()).hasSize(2);
    assertThat(vectorize(List.of(wrinkle), List.of()).strokes()).hasSize(1);
    // what the mesh knows of, and what is not of the skin, stays
    assertThat(vectorize(List.of(outline), List.of(wrinkle)).strokes()).hasSize(2);
    assertThat(vectorize(List.of(outline, line(20, 180, 40, 180)), List.of()).strokes()).hasSize(2);
  }

  private static Polyline line(double x1, double y1, double x2, double y2) {
    return new Polyline(Polyline.of(new Point(x1, y1), new Point(x2, y2)).resampled(1));
  }

  @Test
  void smallLensAndShortPieceOfARimStay() {
    Polyline lens = arc(new Point(80, 80), 3, 1.8 * Math.PI);
    Polyline piece = Polyline.of(new Point(110, 80), new Point(112, 80));
    assertThat(vectorize(List.of(), List.of(), List.of(lens, piece)).strokes())
        .extracting(Stroke::part)
        .containsExactly(FacePart.GLASSES, FacePart.GLASSES);
  }

  private static Polyline arc(Point centre, double radiusPx, double angleRad) {
    return new Polyline(
        IntStream.rangeClosed(0, 24)
            .mapToObj(i ->
                centre.plus(
                    new Point(
                        radiusPx * Math.cos(angleRad * i / 24),
                        radiusPx * Math.sin(angleRad * i / 24))))
            .toList());
  }

  @Test
  void aMeshLineThatNearlyTouchesIsJoined() {
    Polyline edge = new Polyline(Polyline.of(new Point(40, 100), new Point(160, 100)).resampled(1));
    Polyline mesh = Polyline.of(new Point(100, 60), new Point(100, 99.4));
    Drawing drawing = vectorize(List.of(edge), List.of(mesh));
    assertThat(drawing.strokes()).hasSize(2);
    assertThat(drawing.strokes().get(0).pathMm().points())
        .contains(drawing.strokes().get(1).pathMm().end());
  }

  private static Drawing vectorize(List<Polyline> edgeLines, List<Polyline> meshLines) {
    return vectorize(edgeLines, meshLines, List.of());
  }

  private static Drawing vectorize(
      List<Polyline> edgeLines, List<Polyline> meshLines, List<Polyline> glasses) {
    float[] ink = new float[SIDE * SIDE];
    java.util.Arrays.fill(ink, 0.8f);
    GrayImage full = new GrayImage(SIDE, SIDE, ink);
    Box faceBox = new Box(50, 50, 100, 100);
    Face face =
        new Face(faceBox, java.util.Collections.nCopies(Face.KEY_POINTS, faceBox.centre()), 0.9);
    Portrait portrait =
        new Portrait(
            new RgbImage(SIDE, SIDE, new byte[3 * SIDE * SIDE]),
            Affine.IDENTITY,
            List.of(
                new Sitter(
                    face,
                    faceBox,
                    Optional.empty(),
                    new FaceLight(0.5, 0.2, 0.8, 0, 0.5, 0.5, 0.5))),
            full,
            full);
    return new Vectorizer(PAGE)
        .vectorize(
            new LineArt(full, edgeLines, meshLines, List.of(), List.of(), glasses), portrait);
  }

  private static double distance(Point point, List<Polyline> lines) {
    double nearest = Double.POSITIVE_INFINITY;
    for (Polyline line : lines) {
      for (int i = 1; i < line.points().size(); i++) {
        nearest =
            Math.min(
                nearest, point.distanceToSegment(line.points().get(i - 1), line.points().get(i)));
      }
    }
    return nearest;
  }

  /** Wandering, trembling lines, far from each other. */
  private static List<Polyline> curves(int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Polyline> lines = new ArrayList<>();
    for (int line = 0; line < 4; line++) {
      double y = 25 + 50 * line;
      double slope = 0;
      List<Point> points = new ArrayList<>();
      for (double x = 10; x < SIDE - 10; x += 0.75) {
        slope = Math.clamp(slope + random.nextDouble(-0.1, 0.1), -0.4, 0.4);
        y = Math.clamp(y + slope, 12 + 50 * line, 38 + 50 * line);
        points.add(new Point(x, y + random.nextDouble(-0.2, 0.2)));
      }
      lines.add(new Polyline(points));
    }
    return lines;
  }
}
