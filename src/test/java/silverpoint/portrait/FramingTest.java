package silverpoint.portrait;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import silverpoint.geometry.Affine;
import silverpoint.geometry.Point;

class FramingTest {
  private static final Point CENTRE = new Point(700, 500);
  private static final double FACE = 200;

  private final Framing framing = new Framing(1.46);

  @ParameterizedTest(name = "hair {0} faces high")
  @ValueSource(doubles = {0.2, 0.5, 0.8, 1})
  void hairHasAirAboveAndTheFaceStandsInTheMiddle(double hairFaces) {
    Affine map = framing.pictureToCrop(CENTRE, FACE, 0, hairFaces, 10);
    Point hair = map.apply(CENTRE.plus(new Point(0, -FACE * (0.5 + hairFaces))));
    assertThat(hair.y()).isCloseTo(0.05 * 384, within(1e-6));
    assertThat(hair.x()).isCloseTo(framing.widthPx() / 2.0, within(1e-6));
    Point eyes = map.apply(CENTRE.plus(new Point(0, -FACE * 0.2)));
    assertThat(eyes.y() / 384).isBetween(0.3, 0.6);
  }

  @Test
  void aPhotoThatEndsEarlyStandsOnTheLowerEdge() {
    Affine map = framing.pictureToCrop(CENTRE, FACE, 0, 0.5, 1.2);
    Point photoEnd = map.apply(CENTRE.plus(new Point(0, FACE * 0.7)));
    assertThat(photoEnd.y()).isCloseTo(384, within(1e-6));
  }

  @Test
  void theAirAboveStaysSmallWhateverThePhoto() {
    Affine map = framing.pictureToCrop(CENTRE, FACE, 0, 0.5, 0.6);
    Point hair = map.apply(CENTRE.plus(new Point(0, -FACE)));
    assertThat(hair.y()).isCloseTo(0.2 * 384, within(1e-6));
  }

  @Test
  void aRolledHeadStandsUpright() {
    double roll = Math.toRadians(30);
    Affine map = framing.pictureToCrop(CENTRE, FACE, roll, 0.5, 10);
    Point up = new Point(Math.sin(roll), -Math.cos(roll));
    Point top = map.apply(CENTRE.plus(up.times(FACE)));
    assertThat(top.x()).isCloseTo(map.apply(CENTRE).x(), within(1e-6));
    assertThat(top.y()).isLessThan(map.apply(CENTRE).y());
  }

  @Test
  void anImpossiblePageIsRefused() {
    assertThatThrownBy(() -> new Framing(0)).hasMessageContaining("0.0");
  }
}
