package silverpoint.lineart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import silverpoint.geometry.Point;
import silverpoint.geometry.Polyline;
import silverpoint.image.GrayImage;
import silverpoint.lineart.BrowHair.Sight;

class BrowTest {
  private static final int WIDTH = 100;
  private static final int HEIGHT = 60;
  private static final double LINE_WIDTH_PX = 1.9;
  private static final double THICKNESS_PX = 8;

  @ParameterizedTest(name = "{0} px beside the mesh")
  @ValueSource(ints = {-4, 0, 4})
  void hairIsFoundBesideTheMesh(int offPx) {
    Brow brow = seek(band(30 + offPx, 3.5, 0.7f, 0.2f)).orElseThrow();
    assertThat(brow.area().bounds().centre().y()).isBetween(29.0 + offPx, 31.0 + offPx);
    assertThat(brow.area().bounds().height()).isBetween(9.0, 13.5);
    assertThat(brow.strokes().points())
        .allMatch(point -> brow.area().reaches(point, LINE_WIDTH_PX));
  }

  @Test
  void blackHairIsDrawnCloserThanPaleHair() {
    Brow black = seek(band(30, 4, 0.7f, 0.1f)).orElseThrow();
    Brow pale = seek(band(30, 4, 0.7f, 0.6f)).orElseThrow();
    assertThat(black.strokes().length()).isGreaterThan(1.3 * pale.strokes().length());
  }

  @Test
  void bareSkinHasNoBrow() {
    assertThat(seek(band(30, 4, 0.7f, 0.69f))).isEmpty();
  }

  @Test
  void theEdgeOfAHatIsNoBrow() {
    assertThat(seek(band(0, 30, 0.7f, 0.2f))).isEmpty();
  }

  @Test
  void hairWithDarkSkinBelowIsSeenOnlyBesideASureBrow() {
    float[] luma = band(30, 4, 0.7f, 0.45f).toArray();
    Arrays.fill(luma, 34 * WIDTH, luma.length, 0.4f);
    GrayImage shaded = new GrayImage(WIDTH, HEIGHT, luma).blurred(1);
    assertThat(BrowHair.seek(guide(), THICKNESS_PX, shaded, Sight.SURE)).isEmpty();
    assertThat(BrowHair.seek(guide(), THICKNESS_PX, shaded, Sight.FAINT)).isPresent();
  }

  @Test
  void hairOverADeepSocketBeginsWhereTheForeheadEnds() {
    GrayImage deep = deep(0.52f);
    assertThat(BrowHair.seek(guide(), THICKNESS_PX, deep, Sight.SURE)).isEmpty();
    BrowHair hair = BrowHair.seek(guide(), THICKNESS_PX, deep, Sight.OVER_SHADE).orElseThrow();
    assertThat(hair.area(0).bounds().y()).isBetween(25.0, 28.0);
    assertThat(hair.thicknessPx()).isBetween(0.45 * THICKNESS_PX, 1.2 * THICKNESS_PX);
  }

  @Test
  void sunglassesAreTooDarkForABrow() {
    assertThat(BrowHair.seek(guide(), THICKNESS_PX, deep(0.1f), Sight.OVER_SHADE)).isEmpty();
  }

  /** Dark from a brow's upper border on. */
  private static GrayImage deep(float dark) {
    float[] luma = band(30, 4, 0.7f, dark).toArray();
    Arrays.fill(luma, 34 * WIDTH, luma.length, dark);
    return new GrayImage(WIDTH, HEIGHT, luma).blurred(1);
  }

  @Test
  void aHatOverTheEyesIsNoBrowOverADeepSocket() {
    GrayImage hat = band(0, 30, 0.7f, 0.2f);
    assertThat(BrowHair.seek(guide(), THICKNESS_PX, hat, Sight.OVER_SHADE)).isEmpty();
  }

  @Test
  void bothBrowsAreDrawnAlike() {
    BrowHair black =
        BrowHair.seek(guide(), THICKNESS_PX, band(30, 4, 0.7f, 0.1f), Sight.SURE).orElseThrow();
    BrowHair pale =
        BrowHair.seek(guide(), THICKNESS_PX, band(30, 4, 0.7f, 0.6f), Sight.SURE).orElseThrow();
    List<Brow> brows = Brow.alike(List.of(black, pale), LINE_WIDTH_PX);
    double ratio = brows.get(0).strokes().length() / brows.get(1).strokes().length();
    assertThat(ratio).isBetween(0.95, 1.05);
  }

  private static Optional<Brow> seek(GrayImage luma) {
    return BrowHair.seek(guide(), THICKNESS_PX, luma, Sight.SURE)
        .map(hair -> Brow.alike(List.of(hair), LINE_WIDTH_PX).getFirst());
  }

  private static Polyline guide() {
    List<Point> guide = new ArrayList<>();
    for (int x = 20; x <= 80; x++) {
      guide.add(new Point(x, 30));
    }
    return new Polyline(guide);
  }

  /** Hair around a row, with a soft border. */
  private static GrayImage band(double row, double half, float skin, float hair) {
    float[] luma = new float[WIDTH * HEIGHT];
    for (int i = 0; i < luma.length; i++) {
      int y = i / WIDTH;
      luma[i] = Math.abs(y + 0.5 - row) <= half ? hair : skin;
    }
    return new GrayImage(WIDTH, HEIGHT, luma).blurred(1);
  }
}
