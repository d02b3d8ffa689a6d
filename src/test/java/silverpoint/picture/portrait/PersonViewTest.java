package silverpoint.picture.portrait;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import silverpoint.foundation.geometry.Affine;
import silverpoint.foundation.geometry.Box;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.image.GrayImage;

/** A close view of somebody whose shoulders leave the window, over a wider one with a flag. */
class PersonViewTest {
  private static final int WIDTH = 400;
  private static final int HEIGHT = 300;

  /** The close window shows the crop's columns 72 to 328 and rows 20 to 276. */
  private static final Affine TO_CROP = Affine.translation(72, 20);

  private static GrayImage mask(int width, int height, Box... shown) {
    float[] values = new float[width * height];
    for (int i = 0; i < values.length; i++) {
      int row = i / width;
      Point at = new Point(i % width + 0.5, row + 0.5);
      for (Box box : shown) {
        values[i] = box.contains(at) ? 1 : values[i];
      }
    }
    return new GrayImage(width, height, values);
  }

  private final GrayImage wide =
      mask(
          WIDTH,
          HEIGHT,
          new Box(150, 40, 100, 180), // head
          new Box(0, 220, WIDTH, 80), // shoulders
          new Box(0, 60, 90, 100), // a flag, half in the window
          new Box(240, 60, 60, 50)); // another, all in the window
  private final PersonView close =
      new PersonView(
          mask(256, 256, new Box(78, 20, 100, 180), new Box(0, 200, 256, 56)), TO_CROP, 2.6);
  private final GrayImage both = PersonView.sharpened(wide, List.of(close), Affine.IDENTITY);

  @Test
  void inTheWindowTheCloseViewCounts() {
    assertThat(both.at(200, 100)).isEqualTo(1);
    assertThat(both.at(270, 80)).isZero();
    assertThat(both.at(80, 80)).isZero();
  }

  @Test
  void shouldersGoOnBeyondTheWindow() {
    assertThat(both.at(20, 240)).isEqualTo(1);
    assertThat(both.at(390, 240)).isEqualTo(1);
    assertThat(both.at(200, 290)).isEqualTo(1);
  }

  @Test
  void everyPlaceIsAsTheNearestOfTwoShowsIt() {
    PersonView neighbour =
        new PersonView(mask(256, 256, new Box(78, 20, 100, 236)), Affine.translation(172, 20), 2.6);
    GrayImage all = PersonView.sharpened(wide, List.of(close, neighbour), Affine.IDENTITY);
    // the neighbour's head, which the close view does not show, and the background beside it
    assertThat(all.at(300, 100)).isEqualTo(1);
    assertThat(all.at(370, 100)).isZero();
    assertThat(all.at(170, 100)).isEqualTo(1);
    assertThat(all.at(20, 80)).isZero();
    assertThat(all.at(20, 240)).isEqualTo(1);
  }

  @Test
  void whatIsHigherThanTheShouldersAtTheWindowsSidesIsNotThePerson() {
    assertThat(wide.at(20, 80)).isEqualTo(1);
    assertThat(both.at(20, 80)).isZero();
  }
}
