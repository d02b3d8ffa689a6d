package silverpoint.machine.gpio;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person reads where there is no chip; the chip itself is tried by scripts/test-gpio. */
class GpioChipTest {
  @TempDir Path directory;

  @Test
  void saysThatThereIsNoChip() {
    assertThatThrownBy(() -> GpioChip.open(directory, GpioChip.RASPBERRY_PI))
        .isInstanceOf(GpioException.class)
        .hasMessage(
            "this computer has no GPIO chip (no "
                + directory
                + "/gpiochip*); the simulator needs none");
  }

  @Test
  void saysWhichChipsThereAre() throws IOException {
    Files.createFile(directory.resolve("gpiochip3"));
    assertThatThrownBy(() -> GpioChip.open(directory, GpioChip.RASPBERRY_PI))
        .isInstanceOf(GpioException.class)
        .hasMessage(
            "no GPIO chip is one of pinctrl-rp1, pinctrl-bcm2711, pinctrl-bcm2835;"
                + " there are gpiochip3 (error 25)");
  }
}
