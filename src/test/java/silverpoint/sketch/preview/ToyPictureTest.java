package silverpoint.sketch.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import silverpoint.foundation.geometry.Point;
import silverpoint.picture.stroke.Page;

class ToyPictureTest {
  private static final Page CLASSIC = new Page(152, 106, 3, 0.5);

  /** Dark red is darker, powder is grey: where there is no colour, there is the screen. */
  private static boolean isPowder(int rgb) {
    int red = rgb >> 16 & 0xff;
    int green = rgb >> 8 & 0xff;
    return red - green < 40 && red > 0xa0 && green < 0xe0;
  }

  @ParameterizedTest(name = "{0} mm x {1} mm")
  @CsvSource({"152, 106", "106, 152", "66, 44", "44, 66"})
  void theLineLiesOnTheScreenWhereItIsOnThePage(double widthMm, double heightMm) {
    Page page = new Page(widthMm, heightMm, 2, 0.5);
    BufferedImage empty = new ToyPicture(page).image();
    Point from = new Point(0.25 * widthMm, 0.5 * heightMm);
    Point to = new Point(0.75 * widthMm, 0.5 * heightMm);
    BufferedImage drawn = ToyPicture.of(page, List.of(from, to));
    int row = drawn.getHeight();
    int left = drawn.getWidth();
    int right = 0;
    int top = row;
    int bottom = 0;
    for (int y = 0; y < drawn.getHeight(); y++) {
      for (int x = 0; x < drawn.getWidth(); x++) {
        if (drawn.getRGB(x, y) != empty.getRGB(x, y)) {
          left = Math.min(left, x);
          right = Math.max(right, x);
          top = Math.min(top, y);
          bottom = Math.max(bottom, y);
        }
      }
    }
    int middle = (top + bottom) / 2;
    int[] screenRow =
        IntStream.range(0, empty.getWidth())
            .filter(x -> isPowder(empty.getRGB(x, middle)))
            .toArray();
    double screenLeft = screenRow[0];
    double pxPerMm = (screenRow[screenRow.length - 1] + 1 - screenLeft) / widthMm;
    assertThat((left - screenLeft) / pxPerMm).isBetween(from.x() - 0.6, from.x());
    assertThat((right - screenLeft) / pxPerMm).isBetween(to.x(), to.x() + 0.6);
    assertThat((bottom - top) / pxPerMm).isBetween(0.3, 0.8);
    int line = drawn.getRGB((left + right) / 2, middle) & 0xff;
    int powder = empty.getRGB((left + right) / 2, middle) & 0xff;
    assertThat(line).isLessThan(powder - 60);
  }

  @Test
  void aToyThatIsTurnedIsHigherThanWide() {
    BufferedImage lying = new ToyPicture(CLASSIC).image();
    BufferedImage standing = new ToyPicture(new Page(106, 152, 3, 0.5)).image();
    assertThat(standing.getWidth()).isEqualTo(lying.getHeight());
    assertThat(standing.getHeight()).isEqualTo(lying.getWidth());
  }

  @Test
  void whatWasShownStaysWhileTheStylusGoesOn() {
    ToyPicture toy = new ToyPicture(CLASSIC, 0.3);
    toy.scrape(List.of(new Point(20, 20), new Point(100, 20)));
    BufferedImage before = toy.image();
    int[] pixels =
        before.getRGB(0, 0, before.getWidth(), before.getHeight(), null, 0, before.getWidth());
    toy.scrape(List.of(new Point(100, 20), new Point(100, 90)));
    assertThat(
            before.getRGB(0, 0, before.getWidth(), before.getHeight(), null, 0, before.getWidth()))
        .isEqualTo(pixels);
  }

  @Test
  void everyToyLooksAlike() {
    List<Point> line = List.of(new Point(20, 20), new Point(100, 80));
    BufferedImage one = ToyPicture.of(CLASSIC, line);
    BufferedImage other = ToyPicture.of(CLASSIC, line);
    assertThat(one.getRGB(0, 0, one.getWidth(), one.getHeight(), null, 0, one.getWidth()))
        .isEqualTo(
            other.getRGB(0, 0, other.getWidth(), other.getHeight(), null, 0, other.getWidth()));
  }
}
