package silverpoint.picture.lineart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import silverpoint.foundation.geometry.Box;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.geometry.Polygon;
import silverpoint.foundation.geometry.Polyline;
import silverpoint.foundation.image.GrayImage;
import silverpoint.foundation.image.RgbImage;
import silverpoint.picture.portrait.Portrait;

/** The styles on the bundled portrait. */
class StylesTest {
  private static Portrait portrait;
  private static LineArt contour;

  @BeforeAll
  static void draw() {
    DemoPortrait demo = DemoPortrait.drawn();
    portrait = demo.portrait();
    contour = demo.art();
  }

  @Test
  void stylesAreFoundByName() {
    assertThat(Styles.all().stream().map(Style::name))
        .containsExactly("bold", "contour", "minimal", "shaded");
    assertThatThrownBy(() -> Styles.named("cubist"))
        .isInstanceOf(NoSuchElementException.class)
        .hasMessageContaining("bold, contour, minimal, shaded");
  }

  @Test
  void contourChangesNothing() {
    assertThat(Styles.named("contour").apply(contour, portrait)).isEqualTo(contour);
  }

  @Test
  void shadedKeepsWhatALineShowsBesideDarkHair() {
    Box face = portrait.main().faceBoxPx();
    Polyline round =
        Polyline.of(
            new Point(face.centre().x(), face.y() - 0.25 * face.height()),
            new Point(face.centre().x(), face.y() - 0.05 * face.height()),
            new Point(face.right() + 0.4 * face.width(), face.y() - 0.05 * face.height()),
            new Point(face.right() + 0.4 * face.width(), face.bottom()));
    LineArt art =
        Styles.named("shaded")
            .apply(contour.withEdgeLines(List.of(new Polyline(round.resampled(1)))), portrait);
    assertThat(art.edgeLinesPx()).isNotEmpty();
    assertThat(length(art)).isBetween(0.3 * round.length(), 0.99 * round.length());
  }

  @Test
  void minimalKeepsTheFaceAndLittleElse() {
    LineArt kept = Styles.named("minimal").apply(contour, portrait);
    assertThat(length(kept)).isBetween(100.0, 0.4 * length(contour));
    double faceWidth = portrait.main().faceBoxPx().width();
    assertThat(kept.meshLinesPx())
        .filteredOn(line -> Box.around(line.points()).width() > 0.7 * faceWidth)
        .hasSize(1);
    assertThat(kept.outlinesPx()).isEmpty();
    assertThat(points(contour)).containsAll(points(kept));
  }

  @Test
  void boldKeepsTheFaceAndTheLongLines() {
    LineArt kept = Styles.named("bold").apply(contour, portrait);
    assertThat(length(kept)).isLessThan(length(contour));
    List<Polyline> ofTheFace =
        contour.edgeLinesPx().stream()
            .filter(line -> line.points().stream().anyMatch(portrait.main().faceBoxPx()::contains))
            .toList();
    assertThat(ofTheFace).isNotEmpty();
    assertThat(kept.edgeLinesPx()).containsAll(ofTheFace);
  }

  private static double length(LineArt art) {
    return art.edgeLinesPx().stream().mapToDouble(Polyline::length).sum();
  }

  private static Set<Point> points(LineArt art) {
    return art.edgeLinesPx().stream()
        .flatMap(line -> line.points().stream())
        .collect(Collectors.toSet());
  }

  @Test
  void shadedDrawsDarkHairDarkAndLeavesTheFeaturesAlone() {
    LineArt shaded = Styles.named("shaded").apply(contour, portrait);
    assertThat(shaded.hatchesPx()).isNotEmpty();
    assertThat(points(contour)).containsAll(points(shaded));
    assertThat(shaded.massesPx()).isEqualTo(contour.massesPx());
    for (Polyline line : shaded.hatchesPx()) {
      assertThat(line.points()).noneMatch(features()::contains);
    }
  }

  /** Even of one whose skin is as dark as hair. */
  @Test
  void darkSkinStaysFree() {
    RgbImage crop = portrait.crop();
    Portrait dark =
        new Portrait(
            crop.over(
                new RgbImage(
                    crop.width(), crop.height(), new byte[3 * crop.width() * crop.height()]),
                half(crop)),
            portrait.pictureToCrop(),
            portrait.sitters(),
            portrait.person(),
            portrait.vignette());
    List<Polyline> hatches = Styles.named("shaded").apply(contour, dark).hatchesPx();
    List<Point> points = hatches.stream().flatMap(line -> line.resampled(1).stream()).toList();
    assertThat(points).isNotEmpty();
    assertThat(points.stream().filter(features()::contains)).isEmpty();
  }

  /** From the brows over the outer corners of eyes and mouth to the chin. */
  private static Polygon features() {
    return new Polygon(
        portrait.main().mesh().orElseThrow().line(105, 334, 263, 291, 152, 61, 33).points());
  }

  private static GrayImage half(RgbImage crop) {
    float[] half = new float[crop.width() * crop.height()];
    Arrays.fill(half, 0.3f);
    return new GrayImage(crop.width(), crop.height(), half);
  }
}
