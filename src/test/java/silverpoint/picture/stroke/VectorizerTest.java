package silverpoint.picture.stroke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import silverpoint.PlainLineArt;
import silverpoint.foundation.geometry.Affine;
import silverpoint.foundation.geometry.Box;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.geometry.Polyline;
import silverpoint.foundation.image.GrayImage;
import silverpoint.foundation.image.RgbImage;
import silverpoint.kiosk.config.MachineProfiles;
import silverpoint.picture.face.Face;
import silverpoint.picture.lineart.LineArt;
import silverpoint.picture.portrait.FaceLight;
import silverpoint.picture.portrait.FacePart;
import silverpoint.picture.portrait.Portrait;
import silverpoint.picture.portrait.Sitter;

class VectorizerTest {
  private static final int SIDE = 200;
  private static final Page PAGE = new Page(152, 106, 3, 0.5);

  /** The short side of a portrait's crop. */
  private static final int CROP_PX = 384;

  @ParameterizedTest(name = "{0}, turned by {1} degrees")
  @CsvSource({
    "classic, 0", "classic, 17", "classic, 45", "classic, 90", "classic, 203",
    "pocket, 0", "pocket, 17", "pocket, 45", "pocket, 90", "pocket, 203"
  })
  void strokesStayOnThePageAndWithinAThirdOfTheirWidth(String machine, int turnDeg) {
    Page page = new MachineProfiles(Path.of("kiosk-config/machines")).load(machine).page();
    for (int seed = 1; seed <= 10; seed++) {
      List<Polyline> lines = curves(seed, Math.toRadians(turnDeg));
      Drawing drawing =
          new Vectorizer(page)
              .vectorize(art(CROP_PX, lines, List.of(), List.of()), portrait(CROP_PX));
      assertThat(drawing.strokes()).hasSameSizeAs(lines);
      Affine toCrop = drawing.cropToPage().inverse();
      double mmPerPx = drawing.cropToPage().scale();
      for (Stroke stroke : drawing.strokes()) {
        for (Point point : stroke.pathMm().resampled(0.3)) {
          assertThat(page.drawableMm().contains(point)).isTrue();
          assertThat(distance(toCrop.apply(point), lines) * mmPerPx)
              .as("seed %d", seed)
              .isLessThanOrEqualTo(page.lineWidthMm() / 3);
        }
      }
    }
  }

  @Test
  void theCropStandsOnTheLowerMarginInTheMiddle() {
    Polyline line = line(40, 100, 160, 100);
    for (Page page : List.of(PAGE, new Page(106, 152, 3, 0.5))) {
      Affine toPage =
          new Vectorizer(page)
              .vectorize(art(SIDE, List.of(line), List.of(), List.of()), portrait(SIDE))
              .cropToPage();
      Box room = page.drawableMm();
      Point bottom = toPage.apply(new Point(SIDE / 2.0, SIDE));
      assertThat(bottom.distanceTo(new Point(room.centre().x(), room.bottom()))).isLessThan(1e-9);
      assertThat(toPage.scale() * SIDE)
          .isCloseTo(Math.min(room.width(), room.height()), within(1e-9));
    }
  }

  @Test
  void aLineKeepsItsSourceWhenItIsLinked() {
    Polyline edge = line(40, 100, 100, 100);
    Polyline mesh = line(102, 100, 130, 100);
    assertThat(vectorize(List.of(edge), List.of(mesh)).strokes())
        .extracting(Stroke::source)
        .containsExactly(Stroke.Source.EDGE);
    assertThat(vectorize(List.of(mesh), List.of(edge)).strokes())
        .extracting(Stroke::source)
        .containsExactly(Stroke.Source.MESH);
    assertThat(vectorize(List.of(edge), List.of(line(40, 112, 100, 112))).strokes())
        .extracting(Stroke::source)
        .containsExactly(Stroke.Source.EDGE, Stroke.Source.MESH);
  }

  @Test
  void aFeatureTellsMoreThanAnOutlineAndThatMoreThanTone() {
    List<Polyline> line = List.of(line(60, 100, 140, 100));
    LineArt none = PlainLineArt.of(full(SIDE), List.of(), List.of(), List.of());
    double mesh = salience(PlainLineArt.of(full(SIDE), List.of(), line, List.of()));
    double outline = salience(none.withOutlines(line));
    double tone = salience(none.withHatches(line));
    assertThat(mesh).isGreaterThan(1.2 * outline);
    assertThat(outline).isGreaterThan(2 * tone);
  }

  private static double salience(LineArt art) {
    List<Stroke> strokes = new Vectorizer(PAGE).vectorize(art, portrait(SIDE)).strokes();
    assertThat(strokes).hasSize(1);
    return strokes.getFirst().salience();
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
  void aHatchEndsInTheLinesAroundIt() {
    Polyline across = new Polyline(Polyline.of(new Point(90, 40), new Point(90, 160)).resampled(1));
    Polyline hatch = new Polyline(Polyline.of(new Point(40, 99), new Point(80, 99)).resampled(1));
    LineArt art = PlainLineArt.of(full(SIDE), List.of(across), List.of(), List.of());
    List<Stroke> strokes =
        new Vectorizer(PAGE).vectorize(art.withHatches(List.of(hatch)), portrait(SIDE)).strokes();
    assertThat(strokes).hasSize(2);
    assertThat(strokes.get(0).pathMm().points()).contains(strokes.get(1).pathMm().end());
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
  void aWrinkleOrFoldHardlyLongerThanItsTieIsDropped() {
    Polyline outline = line(60, 30, 60, 170);
    Polyline wrinkle = line(90, 100, 110, 100);
    Polyline nearer = line(66, 100, 110, 100);
    assertThat(vectorize(List.of(outline, wrinkle), List.of()).strokes()).hasSize(1);
    assertThat(vectorize(List.of(outline, nearer), List.of()).strokes()).hasSize(2);
    assertThat(vectorize(List.of(wrinkle), List.of()).strokes()).hasSize(1);
    // a fold of cloth as well; what the mesh knows of stays
    assertThat(vectorize(List.of(outline, line(20, 180, 40, 180)), List.of()).strokes()).hasSize(1);
    assertThat(vectorize(List.of(outline), List.of(wrinkle)).strokes()).hasSize(2);
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
    return new Vectorizer(PAGE).vectorize(art(SIDE, edgeLines, meshLines, glasses), portrait(SIDE));
  }

  private static LineArt art(
      int sidePx, List<Polyline> edgeLines, List<Polyline> meshLines, List<Polyline> glasses) {
    return PlainLineArt.of(full(sidePx), edgeLines, meshLines, glasses);
  }

  private static GrayImage full(int sidePx) {
    float[] ink = new float[sidePx * sidePx];
    Arrays.fill(ink, 0.8f);
    return new GrayImage(sidePx, sidePx, ink);
  }

  /** A face in the middle half of a square crop. */
  private static Portrait portrait(int sidePx) {
    Box faceBox = new Box(sidePx / 4.0, sidePx / 4.0, sidePx / 2.0, sidePx / 2.0);
    Face face = new Face(faceBox, Collections.nCopies(Face.KEY_POINTS, faceBox.centre()), 0.9);
    FaceLight light = new FaceLight(0.5, 0.2, 0.8, 0, 0.5, 0.5, 0.5);
    return new Portrait(
        new RgbImage(sidePx, sidePx, new byte[3 * sidePx * sidePx]),
        Affine.IDENTITY,
        List.of(new Sitter(face, faceBox, Optional.empty(), light)),
        full(sidePx),
        full(sidePx));
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

  /** Wandering, trembling lines with a corner, far from each other, turned around the middle. */
  private static List<Polyline> curves(int seed, double turnRad) {
    SplittableRandom random = new SplittableRandom(seed);
    Point middle = new Point(CROP_PX / 2.0, CROP_PX / 2.0);
    Affine turn = Affine.rotation(turnRad);
    List<Polyline> lines = new ArrayList<>();
    for (int line = 0; line < 4; line++) {
      double y = 60 * (line - 1.5);
      double slope = 0;
      double corner = random.nextDouble(-60, 60);
      List<Point> points = new ArrayList<>();
      for (double x = -130; x < 130; x += 0.75) {
        slope = Math.clamp(slope + random.nextDouble(-0.1, 0.1), -0.4, 0.4);
        y += slope;
        double bent = Math.max(0, 15 - Math.abs(x - corner));
        Point trembling = new Point(x, y + bent + random.nextDouble(-0.2, 0.2));
        points.add(middle.plus(turn.apply(trembling)));
        y = Math.clamp(y, 60 * (line - 1.5) - 12, 60 * (line - 1.5) + 12);
      }
      lines.add(new Polyline(points));
    }
    return lines;
  }
}
