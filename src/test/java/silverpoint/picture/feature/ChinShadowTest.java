package silverpoint.picture.feature;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import silverpoint.SeenPortrait;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.geometry.Polyline;
import silverpoint.foundation.image.RgbImage;
import silverpoint.picture.face.FaceMesh;

/** Lines on a throat under the bundled portrait's mesh. */
class ChinShadowTest {
  private static final double LINE_WIDTH_PX = 1.92;
  private static FaceMesh mesh;
  private static int width;
  private static int height;

  @BeforeAll
  static void see() {
    mesh = SeenPortrait.demo().main().mesh().orElseThrow();
    width = SeenPortrait.demo().crop().width();
    height = SeenPortrait.demo().crop().height();
  }

  @Test
  void anEdgeOfShadowUnderTheChinIsNotDrawn() {
    assertThat(left(across(0.15), skinAbove(2))).isEmpty();
  }

  @Test
  void anEdgeOfShadeOnTheChinIsNotDrawn() {
    assertThat(left(Polyline.of(chin(-0.1, -0.04), chin(0.1, -0.04)), skinAbove(2))).isEmpty();
  }

  @Test
  void itIsNotDrawnWhereTheThroatIsInRedderShade() {
    assertThat(left(across(0.15), skinAbove(0.15))).isEmpty();
  }

  @Test
  void theSideOfTheNeckIsDrawn() {
    Point from = chin(-0.2, 0.08);
    Polyline neck = Polyline.of(from, from.plus(new Point(3, 0.2 * mesh.widthPx())));
    assertThat(left(neck, skinAbove(2))).containsExactly(neck);
  }

  @Test
  void aCollarIsDrawn() {
    byte[] rgb = new byte[3 * width * height];
    for (int i = 0; i < width * height; i++) {
      boolean cloth = i / width > chin(0, 0.15).y();
      paint(rgb, i, cloth ? new int[] {60, 80, 160} : new int[] {210, 160, 140});
    }
    Polyline collar = across(0.15);
    assertThat(left(collar, new RgbImage(width, height, rgb))).containsExactly(collar);
  }

  @Test
  void aCreaseFarBelowIsDrawn() {
    Polyline low = across(0.4);
    assertThat(left(low, skinAbove(2))).containsExactly(low);
  }

  @Test
  void ofALineThatGoesOnToTheNeckThatPartStays() {
    Point bend = chin(0.2, 0.15);
    Point end = bend.plus(new Point(0, 0.25 * mesh.widthPx()));
    Polyline line = Polyline.of(chin(-0.2, 0.15), bend, end);
    assertThat(left(line, skinAbove(2)))
        .singleElement()
        .satisfies(rest -> {
          assertThat(rest.length()).isBetween(0.15 * mesh.widthPx(), 0.3 * mesh.widthPx());
          assertThat(rest.end()).isEqualTo(end);
        });
  }

  private static List<Polyline> left(Polyline line, RgbImage crop) {
    return new ChinShadow(crop, mesh).without(List.of(line), LINE_WIDTH_PX);
  }

  private static Polyline across(double below) {
    return Polyline.of(chin(-0.2, below), chin(0, below + 0.01), chin(0.2, below));
  }

  /** A place from the chin, face widths to the right and down. */
  private static Point chin(double right, double below) {
    return mesh.point(152).plus(new Point(right, below).times(mesh.widthPx()));
  }

  /** Skin in the light down to so far below the chin, face widths, and shade beyond. */
  private static RgbImage skinAbove(double below) {
    byte[] rgb = new byte[3 * width * height];
    for (int i = 0; i < width * height; i++) {
      boolean shade = i / width > chin(0, below).y();
      paint(rgb, i, shade ? new int[] {120, 75, 60} : new int[] {210, 160, 140});
    }
    return new RgbImage(width, height, rgb);
  }

  private static void paint(byte[] rgb, int pixel, int[] colour) {
    for (int c = 0; c < 3; c++) {
      rgb[3 * pixel + c] = (byte) colour[c];
    }
  }
}
