package silverpoint.picture.portrait;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import silverpoint.foundation.geometry.Affine;
import silverpoint.foundation.geometry.Point;

class FramingTest {
  private static final Point CENTRE = new Point(700, 500);
  private static final double FACE = 200;

  private final Framing framing = new Framing(1.46);

  private static Framing.Head head(Point centre, double hairFaces, double belowFaces) {
    return new Framing.Head(centre, FACE, hairFaces, belowFaces);
  }

  @ParameterizedTest(name = "hair {0} faces high")
  @ValueSource(doubles = {0.2, 0.5, 0.8, 1})
  void eyesAreOnTheUpperThirdOrHairHasJustItsAir(double hairFaces) {
    Affine map = framing.pictureToCrop(List.of(head(CENTRE, hairFaces, 10)), 0);
    Point hair = map.apply(CENTRE.plus(new Point(0, -FACE * (0.5 + hairFaces))));
    Point eyes = map.apply(CENTRE.plus(new Point(0, -FACE * 0.25)));
    double spareAir = hair.y() - 0.05 * 384;
    double underTheThird = eyes.y() - 384 / 3.0;
    assertThat(Math.min(spareAir, underTheThird)).isCloseTo(0, within(1e-6));
    assertThat(underTheThird).isLessThan(0.22 * 384);
    assertThat(hair.x()).isCloseTo(framing.widthPx() / 2.0, within(1e-6));
  }

  @Test
  void aPhotoThatEndsEarlyStandsOnTheLowerEdge() {
    Affine map = framing.pictureToCrop(List.of(head(CENTRE, 0.5, 1.2)), 0);
    Point photoEnd = map.apply(CENTRE.plus(new Point(0, FACE * 0.7)));
    assertThat(photoEnd.y()).isCloseTo(384, within(1e-6));
  }

  @Test
  void theAirAboveStaysSmallWhateverThePhoto() {
    Affine map = framing.pictureToCrop(List.of(head(CENTRE, 0.5, 0.6)), 0);
    Point hair = map.apply(CENTRE.plus(new Point(0, -FACE)));
    assertThat(hair.y()).isCloseTo(0.2 * 384, within(1e-6));
  }

  @Test
  void aRolledHeadStandsUpright() {
    double roll = Math.toRadians(30);
    Affine map = framing.pictureToCrop(List.of(head(CENTRE, 0.5, 10)), roll);
    Point up = new Point(Math.sin(roll), -Math.cos(roll));
    Point top = map.apply(CENTRE.plus(up.times(FACE)));
    assertThat(top.x()).isCloseTo(map.apply(CENTRE).x(), within(1e-6));
    assertThat(top.y()).isLessThan(map.apply(CENTRE).y());
  }

  @Test
  void aHighPageHasTheEyesOnItsUpperThird() {
    Framing high = new Framing(0.68);
    Affine map = high.pictureToCrop(List.of(head(CENTRE, 0.35, 10)), 0);
    Point eyes = map.apply(CENTRE.plus(new Point(0, -FACE * 0.25)));
    assertThat(eyes.y()).isCloseTo(high.heightPx() / 3.0, within(1.0));
    Point ear = map.apply(CENTRE.plus(new Point(-FACE * 0.6, 0)));
    assertThat(ear.x()).isGreaterThan(20);
  }

  @ParameterizedTest(name = "{0} people on a page of {1}")
  @CsvSource({"2, 1.46", "3, 1.46", "2, 0.68", "3, 0.68"})
  void everyHeadOfAGroupIsWholeAndHasAir(int people, double aspect) {
    Framing page = new Framing(aspect);
    List<Framing.Head> heads = new ArrayList<>();
    for (int i = 0; i < people; i++) {
      Point centre = CENTRE.plus(new Point(1.6 * FACE * i, i % 2 * 0.4 * FACE));
      heads.add(head(centre, 0.4 + 0.1 * i, 10));
    }
    Affine map = page.pictureToCrop(heads, 0);
    double left = Double.POSITIVE_INFINITY;
    double right = 0;
    double eyes = 0;
    for (Framing.Head head : heads) {
      Point hair = map.apply(head.centre().plus(new Point(0, -FACE * (0.5 + head.hairFaces()))));
      assertThat(hair.y()).isBetween(0.049 * page.heightPx(), 0.4 * page.heightPx());
      Point chin = map.apply(head.centre().plus(new Point(0, FACE * 0.55)));
      assertThat(chin.y()).isLessThan(0.9 * page.heightPx());
      left = Math.min(left, map.apply(head.centre().plus(new Point(-0.7 * FACE, 0))).x());
      right = Math.max(right, map.apply(head.centre().plus(new Point(0.7 * FACE, 0))).x());
      eyes += map.apply(head.centre().plus(new Point(0, -FACE * 0.25))).y() / people;
    }
    assertThat(left).isGreaterThan(0);
    assertThat(right).isLessThan(page.widthPx());
    assertThat(left).as("as much room at the left").isCloseTo(page.widthPx() - right, within(1.0));
    assertThat(eyes / page.heightPx()).isBetween(0.28, 0.5);
  }

  @Test
  void anImpossiblePageIsRefused() {
    assertThatThrownBy(() -> new Framing(0)).hasMessageContaining("0.0");
  }
}
