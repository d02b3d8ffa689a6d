package silverpoint.lineart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.NoSuchElementException;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import silverpoint.geometry.Box;
import silverpoint.geometry.Point;
import silverpoint.geometry.Polyline;
import silverpoint.portrait.Portrait;

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
        .containsExactly("bold", "contour", "hatched", "minimal");
    assertThatThrownBy(() -> Styles.named("cubist"))
        .isInstanceOf(NoSuchElementException.class)
        .hasMessageContaining("bold, contour, hatched, minimal");
  }

  @Test
  void contourChangesNothing() {
    assertThat(Styles.named("contour").apply(contour, portrait)).isEqualTo(contour);
  }

  @Test
  void minimalKeepsTheFaceAndLittleElse() {
    LineArt kept = Styles.named("minimal").apply(contour, portrait);
    assertThat(length(kept)).isBetween(100.0, length(contour) / 3);
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
    for (Polyline line : contour.edgeLinesPx()) {
      if (line.points().stream().anyMatch(portrait.main().faceBoxPx()::contains)) {
        assertThat(kept.edgeLinesPx()).contains(line);
      }
    }
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
  void hatchesFillDarkClothAndLeaveTheFaceFree() {
    LineArt hatched = Styles.named("hatched").apply(contour, portrait);
    assertThat(hatched.hatchesPx()).isNotEmpty();
    assertThat(hatched.edgeLinesPx()).isEqualTo(contour.edgeLinesPx());
    for (Polyline line : hatched.hatchesPx()) {
      for (Point point : line.points()) {
        assertThat(point.distanceTo(portrait.main().faceBoxPx().centre()))
            .isGreaterThan(0.4 * portrait.main().faceBoxPx().width());
      }
    }
  }
}
