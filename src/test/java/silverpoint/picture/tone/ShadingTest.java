package silverpoint.picture.tone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import silverpoint.SeenPortrait;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.geometry.Polygon;
import silverpoint.foundation.geometry.Polyline;
import silverpoint.foundation.image.GrayImage;
import silverpoint.foundation.image.RgbImage;
import silverpoint.picture.face.FaceMesh;
import silverpoint.picture.face.FaceRegion;
import silverpoint.picture.portrait.Portrait;

/** The bundled portrait, its hair painted in other colours. */
class ShadingTest {
  private static final double LINE_WIDTH_PX = 1.92;
  private static final double MOST_PX =
      ToneSettings.defaults().shading().mostLineWidths() * LINE_WIDTH_PX;

  private static Portrait portrait;
  private static FaceMesh mesh;
  private static Polygon oval;

  @BeforeAll
  static void see() {
    portrait = SeenPortrait.demo();
    mesh = portrait.main().mesh().orElseThrow();
    oval = mesh.polygon(FaceRegion.OVAL);
  }

  @Test
  void blackHairTakesMoreLineThanBrownAndBlondHairNone() {
    double penPx = 3 * LINE_WIDTH_PX;
    double black = length(Shading.of(painted(0.03), penPx).strokes(everywhere(100)));
    double brown = length(Shading.of(painted(0.12), penPx).strokes(everywhere(100)));
    assertThat(black).isGreaterThan(1.2 * brown);
    assertThat(brown).isGreaterThan(100 * LINE_WIDTH_PX);
    assertThat(strokes(0.7)).isEmpty();
  }

  @Test
  void muchHairIsDrawnWithWiderSpacing() {
    assertThat(length(strokes(0.03))).isBetween(0.6 * MOST_PX, 1.1 * MOST_PX);
  }

  @Test
  void skinClothAndTheFaceStayFree() {
    for (Polyline stroke : strokes(0.03)) {
      for (Point point : stroke.points()) {
        assertThat(point.y()).isLessThan(mesh.point(152).y());
        assertThat(oval.contains(point) && point.y() > mesh.point(105).y()).isFalse();
      }
    }
  }

  @Test
  void hairThatHangsIntoAFaceIsShadedAndItsFeaturesAreNot() {
    Point cheek = mesh.point(50);
    double border = mesh.point(234).x();
    double side = (border + 2 * cheek.x()) / 3;
    RgbImage shaded =
        changed(
            painted(0.7).crop(),
            (at, value) -> oval.contains(at) && at.x() < side ? value / 4 : value);
    assertThat(Shading.of(with(shaded), LINE_WIDTH_PX).strokes(everywhere(100)))
        .as("a side of a face in the shade")
        .isEmpty();
    double left = border - 3 * LINE_WIDTH_PX;
    RgbImage hanging =
        changed(shaded, (at, value) -> at.x() < side && at.x() > left ? value / 4 : value);
    List<Polyline> strokes = Shading.of(with(hanging), LINE_WIDTH_PX).strokes(everywhere(100));
    assertThat(strokes).isNotEmpty();
    Polygon mouth = mesh.polygon(FaceRegion.LIPS);
    for (Polyline stroke : strokes) {
      for (Point point : stroke.points()) {
        assertThat(point.x()).isLessThan(side + 2 * LINE_WIDTH_PX);
        assertThat(mouth.contains(point)).isFalse();
      }
    }
    RgbImage dark =
        changed(
            painted(0.7).crop(), (at, value) -> mouth.grown(1.2).contains(at) ? value / 3 : value);
    assertThat(Shading.of(with(dark), LINE_WIDTH_PX).strokes(everywhere(100))).isEmpty();
  }

  @Test
  void theBorderOfDarkHairIsLeftToItsOwnLine() {
    Shading shading = Shading.of(painted(0.03), LINE_WIDTH_PX);
    Point top = mesh.point(10);
    Point hair = new Point(top.x(), top.y() - 12 * LINE_WIDTH_PX);
    assertThat(shading.holds(hair)).isTrue();
    assertThat(shading.holds(new Point(top.x(), top.y() - LINE_WIDTH_PX))).isFalse();
    assertThat(shading.holds(top)).isFalse();
  }

  @Test
  void linesOfTheDrawingKeepASeam() {
    GrayImage none = everywhere(100);
    GrayImage drawn = everywhere((float) LINE_WIDTH_PX);
    assertThat(Shading.of(painted(0.03), LINE_WIDTH_PX).strokes(none)).isNotEmpty();
    assertThat(Shading.of(painted(0.03), LINE_WIDTH_PX).strokes(drawn)).isEmpty();
  }

  private static List<Polyline> strokes(double light) {
    return Shading.of(painted(light), LINE_WIDTH_PX).strokes(everywhere(100));
  }

  private static double length(List<Polyline> lines) {
    return lines.stream().mapToDouble(Polyline::length).sum();
  }

  private static GrayImage everywhere(float value) {
    float[] values = new float[portrait.crop().width() * portrait.crop().height()];
    Arrays.fill(values, value);
    return new GrayImage(portrait.crop().width(), portrait.crop().height(), values);
  }

  /** Everything but the face as light as that, with fine streaks from side to side. */
  private static Portrait painted(double light) {
    RgbImage crop = portrait.crop();
    byte[] rgb = new byte[3 * crop.width() * crop.height()];
    for (int i = 0; i < rgb.length; i++) {
      int x = i / 3 % crop.width();
      int y = i / 3 / crop.width();
      double streak = 1 + 0.1 * Math.sin(y);
      rgb[i] =
          oval.contains(new Point(x + 0.5, y + 0.5))
              ? (byte) 190
              : (byte) Math.round(255 * Math.pow(light * streak, 1 / 2.2));
    }
    return with(new RgbImage(crop.width(), crop.height(), rgb));
  }

  private static RgbImage changed(RgbImage crop, BiFunction<Point, Integer, Integer> change) {
    byte[] rgb = new byte[3 * crop.width() * crop.height()];
    for (int i = 0; i < rgb.length; i++) {
      int x = i / 3 % crop.width();
      int y = i / 3 / crop.width();
      rgb[i] = change.apply(new Point(x + 0.5, y + 0.5), crop.at(x, y, i % 3)).byteValue();
    }
    return new RgbImage(crop.width(), crop.height(), rgb);
  }

  private static Portrait with(RgbImage crop) {
    return new Portrait(
        crop, portrait.pictureToCrop(), portrait.sitters(), portrait.person(), portrait.vignette());
  }
}
