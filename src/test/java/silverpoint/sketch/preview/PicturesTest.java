package silverpoint.sketch.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import silverpoint.PlainLineArt;
import silverpoint.foundation.geometry.Affine;
import silverpoint.foundation.geometry.Box;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.geometry.Polyline;
import silverpoint.foundation.image.GrayImage;
import silverpoint.foundation.image.RgbImage;
import silverpoint.picture.face.Face;
import silverpoint.picture.lineart.LineArt;
import silverpoint.picture.portrait.FaceLight;
import silverpoint.picture.portrait.Portrait;
import silverpoint.picture.portrait.Sitter;
import silverpoint.picture.stroke.Drawing;
import silverpoint.picture.stroke.Page;
import silverpoint.picture.stroke.Stroke;
import silverpoint.route.Leg;
import silverpoint.route.Route;

class PicturesTest {
  private static final int WHITE = 0xffffff;
  private static final int INK = 0x222222;
  private static final int RED = 0xd62728;
  private static final int BLUE = 0x1f77b4;
  private static final int GREEN = 0x2ca02c;
  private static final int ORANGE = 0xff7f0e;
  private static final int GREY = 0x777777;

  /** Lines are as wide as four pixels of these pictures. */
  private static final Page PAGE = new Page(40, 30, 2, 0.5);

  private static final double PX_PER_MM = 8;

  @Test
  void strokesLieWhereTheyAreOnThePageAndAreAsWideAsItsLine() {
    Drawing drawing = drawing(stroke(10, 15, 30, 15, Stroke.Source.EDGE));
    BufferedImage picture = Pictures.strokes(drawing, PX_PER_MM);
    assertThat(picture.getWidth()).isEqualTo(320);
    assertThat(picture.getHeight()).isEqualTo(240);
    assertThat(at(picture, 20, 15)).isEqualTo(INK);
    assertThat(darkInColumn(picture, 160)).containsExactly(118, 119, 120, 121);
    assertThat(darkInColumn(picture, 60)).isEmpty();
    assertThat(darkInColumn(picture, 250)).isEmpty();
  }

  @Test
  void theColourTellsWhereAStrokeComesFrom() {
    BufferedImage picture =
        Pictures.strokes(
            drawing(
                stroke(10, 5, 30, 5, Stroke.Source.EDGE),
                stroke(10, 10, 30, 10, Stroke.Source.MESH),
                stroke(10, 15, 30, 15, Stroke.Source.OUTLINE),
                stroke(10, 20, 30, 20, Stroke.Source.HATCH)),
            PX_PER_MM);
    assertThat(IntStream.of(5, 10, 15, 20).map(y -> at(picture, 20, y)))
        .containsExactly(INK, GREEN, ORANGE, GREY);
  }

  @Test
  void anEmptyDrawingIsAWhitePage() {
    assertThat(colours(Pictures.strokes(drawing(), PX_PER_MM))).containsOnly(WHITE);
    Route nothing = new Route(new Point(2, 28), List.of(), 0);
    assertThat(colours(Pictures.route(nothing, PAGE, PX_PER_MM))).containsOnly(WHITE);
  }

  @Test
  void aRouteShowsConnectorsRedAndRetracesBlueAndThinOverTheirInk() {
    Point home = new Point(5, 5);
    Polyline joined = Polyline.of(home, new Point(5, 15));
    Polyline drawn = Polyline.of(new Point(5, 15), new Point(35, 15));
    Polyline back = Polyline.of(new Point(35, 15), new Point(20, 15));
    Route route =
        new Route(
            home,
            List.of(new Leg.Connector(joined), new Leg.Draw(drawn), new Leg.Retrace(back)),
            1);
    BufferedImage picture = Pictures.route(route, PAGE, PX_PER_MM);
    assertThat(at(picture, 5, 10)).isEqualTo(RED);
    assertThat(at(picture, 12, 15)).isEqualTo(INK);
    assertThat(at(picture, 28, 15)).isEqualTo(BLUE);
    // half as wide as the ink, which shows on both sides
    assertThat(inColumn(picture, 224, BLUE)).hasSize(2);
    assertThat(inColumn(picture, 224, INK)).hasSize(2);
  }

  @Test
  void aLongLineHasNoBreak() {
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < 14 * 36; i++) {
      int row = i / 36;
      int column = row % 2 == 0 ? i % 36 : 35 - i % 36;
      points.add(new Point(2 + column, 2 + 2 * row));
    }
    Stroke stroke = new Stroke(new Polyline(points), Stroke.Source.EDGE, 1);
    BufferedImage picture = Pictures.strokes(drawing(stroke), PX_PER_MM);
    for (int i = 1; i < points.size(); i++) {
      Point middle = points.get(i - 1).towards(points.get(i), 0.5);
      assertThat(at(picture, middle.x(), middle.y())).as("piece %d", i).isEqualTo(INK);
    }
  }

  @Test
  void whatIsHeldAgainstThePhotoLiesOnItsCropAtTwiceItsSize() {
    Affine cropToPage = Affine.scaling(0.25).then(Affine.translation(5, 3));
    Point atPx = new Point(60, 40);
    Polyline pathPx = Polyline.of(new Point(30, 40), new Point(90, 40));
    Drawing drawing =
        new Drawing(
            PAGE,
            List.of(new Stroke(pathPx.transformed(cropToPage), Stroke.Source.MESH, 1)),
            List.of(),
            cropToPage);
    BufferedImage picture = Pictures.framed(drawing, portrait(120, 80, Affine.IDENTITY));
    assertThat(picture.getWidth()).isEqualTo(240);
    assertThat(picture.getHeight()).isEqualTo(160);
    assertThat(darkInColumn(picture, (int) (2 * atPx.x()))).containsExactly(79, 80);
    assertThat(darkInColumn(picture, 40)).isEmpty();
  }

  @Test
  void picturesKeepTheirPixels() {
    byte[] rgb = {(byte) 255, 0, 0, 0, (byte) 255, 0, 0, 0, (byte) 255, 10, 20, 30};
    BufferedImage picture = Pictures.of(new RgbImage(2, 2, rgb));
    assertThat(colours(picture)).containsExactly(0xff0000, 0x00ff00, 0x0000ff, 0x0a141e);
    BufferedImage grey = Pictures.of(new GrayImage(3, 1, new float[] {0, 0.5f, 1.5f}));
    assertThat(colours(grey)).containsExactly(0, 0x808080, WHITE);
  }

  @Test
  void inkIsDarkAndTheLinesThatWereAddedLieOnIt() {
    float[] ink = new float[40 * 30];
    ink[5 * 40 + 7] = 1;
    LineArt art =
        PlainLineArt.of(
            new GrayImage(40, 30, ink),
            List.of(Polyline.of(new Point(5, 25), new Point(35, 25))),
            List.of(Polyline.of(new Point(5, 15.5), new Point(35, 15.5))),
            List.of());
    BufferedImage picture = Pictures.lineArt(art);
    assertThat(picture.getWidth()).isEqualTo(40);
    assertThat(picture.getHeight()).isEqualTo(30);
    assertThat(picture.getRGB(7, 5) & WHITE).isZero();
    assertThat(picture.getRGB(8, 5) & WHITE).isEqualTo(WHITE);
    assertThat(picture.getRGB(20, 15) & WHITE).isEqualTo(INK);
    // the model's own lines are there as its ink
    assertThat(picture.getRGB(20, 25) & WHITE).isEqualTo(WHITE);
  }

  @Test
  void theFrameIsShownSmallWithItsPortraitMarked() {
    RgbImage frame = new RgbImage(400, 200, new byte[3 * 400 * 200]);
    // the crop is the frame's window from (100, 40) to (220, 120)
    Portrait portrait = portrait(120, 80, Affine.translation(-100, -40));
    BufferedImage picture = Pictures.frame(frame, portrait, 200);
    assertThat(picture.getWidth()).isEqualTo(200);
    assertThat(picture.getHeight()).isEqualTo(100);
    assertThat(green(picture, 50, 40)).isGreaterThan(0x40);
    assertThat(green(picture, 110, 40)).isGreaterThan(0x40);
    assertThat(green(picture, 80, 20)).isGreaterThan(0x40);
    assertThat(green(picture, 80, 60)).isGreaterThan(0x40);
    assertThat(green(picture, 20, 40)).isZero();
    // the face, from (30, 20) to (90, 60) of the crop
    assertThat(green(picture, 65, 40)).isGreaterThan(0x40);
    assertThat(green(picture, 55, 40)).isZero();
    BufferedImage whole = Pictures.frame(frame, portrait, 4000);
    assertThat(whole.getWidth()).isEqualTo(400);
  }

  private static Portrait portrait(int widthPx, int heightPx, Affine pictureToCrop) {
    Box faceBox = new Box(widthPx / 4.0, heightPx / 4.0, widthPx / 2.0, heightPx / 2.0);
    Face face = new Face(faceBox, Collections.nCopies(Face.KEY_POINTS, faceBox.centre()), 0.9);
    FaceLight light = new FaceLight(0.5, 0.2, 0.8, 0, 0.5, 0.5, 0.5);
    GrayImage empty = new GrayImage(widthPx, heightPx, new float[widthPx * heightPx]);
    return new Portrait(
        new RgbImage(widthPx, heightPx, new byte[3 * widthPx * heightPx]),
        pictureToCrop,
        List.of(new Sitter(face, faceBox, Optional.empty(), light)),
        empty,
        empty);
  }

  private static Drawing drawing(Stroke... strokes) {
    return new Drawing(PAGE, List.of(strokes), List.of(), Affine.IDENTITY);
  }

  private static Stroke stroke(double x1, double y1, double x2, double y2, Stroke.Source source) {
    return new Stroke(Polyline.of(new Point(x1, y1), new Point(x2, y2)), source, 1);
  }

  private static int at(BufferedImage picture, double xMm, double yMm) {
    return picture.getRGB((int) (xMm * PX_PER_MM), (int) (yMm * PX_PER_MM)) & WHITE;
  }

  private static int green(BufferedImage picture, int x, int y) {
    int most = 0;
    for (int dx = -1; dx <= 1; dx++) {
      for (int dy = -1; dy <= 1; dy++) {
        most = Math.max(most, picture.getRGB(x + dx, y + dy) >> 8 & 0xff);
      }
    }
    return most;
  }

  private static int[] darkInColumn(BufferedImage picture, int x) {
    return IntStream.range(0, picture.getHeight())
        .filter(y -> (picture.getRGB(x, y) & 0xff) < 0x80)
        .toArray();
  }

  private static int[] inColumn(BufferedImage picture, int x, int colour) {
    return IntStream.range(0, picture.getHeight())
        .filter(y -> (picture.getRGB(x, y) & WHITE) == colour)
        .toArray();
  }

  private static IntStream colours(BufferedImage picture) {
    return IntStream.range(0, picture.getWidth() * picture.getHeight())
        .map(i -> picture.getRGB(i % picture.getWidth(), i / picture.getWidth()) & WHITE);
  }
}
