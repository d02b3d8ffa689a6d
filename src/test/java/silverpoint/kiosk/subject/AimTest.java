package silverpoint.kiosk.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import silverpoint.foundation.geometry.Box;

/** The oval lies where a face is taken and drawn whole, whatever the camera's format. */
class AimTest {
  private static final double PAGE = 146.0 / 100;
  private static final SubjectSettings SETTINGS = SubjectSettings.defaults();

  @ParameterizedTest
  @CsvSource({
    "640, 480",
    "1280, 720",
    "1920, 1080",
    "720, 1280",
    "480, 640",
    "1024, 1024",
    "2560, 1080"
  })
  void whatIsDrawnOfAFaceInTheOvalLiesInThePicture(int width, int height) {
    Aim aim = Aim.of(width, height, PAGE, SETTINGS);
    Box page = aim.pagePx();
    assertThat(page.width() / page.height()).isCloseTo(PAGE, within(0.01));
    assertThat(page.x()).isGreaterThanOrEqualTo(0);
    assertThat(page.y()).isGreaterThanOrEqualTo(0);
    assertThat(page.right()).isLessThanOrEqualTo(width);
    assertThat(page.bottom()).isLessThanOrEqualTo(height);
    assertThat(aim.ovalPx().x()).isGreaterThan(page.x());
    assertThat(aim.ovalPx().right()).isLessThan(page.right());
    assertThat(aim.ovalPx().y()).as("hair has room").isGreaterThan(page.y() + page.height() / 10);
    assertThat(aim.ovalPx().bottom())
        .as("so has the chest")
        .isLessThan(page.bottom() - page.height() / 10);
    assertThat(aim.ovalPx().centre().x()).isCloseTo(width / 2.0, within(1e-9));
    assertThat(page.centre().x()).isCloseTo(width / 2.0, within(1.0));
  }

  @Test
  void theGateTakesTheFaceInTheOvalAndALittleMoreAndLess() {
    assertThat(SETTINGS.aimHeightShare() / 1.3).isGreaterThan(SETTINGS.leastHeightShare());
    assertThat(SETTINGS.aimHeightShare() * 1.3).isLessThan(SETTINGS.mostHeightShare());
  }

  @Test
  void aCameraOnItsSideSeesAnOvalOfTheSameSize() {
    Box lying = Aim.of(1280, 720, PAGE, SETTINGS).ovalPx();
    Box upright = Aim.of(720, 1280, PAGE, SETTINGS).ovalPx();
    assertThat(upright.height()).isCloseTo(lying.height(), within(1e-9));
    assertThat(upright.width()).isCloseTo(lying.width(), within(1e-9));
  }
}
