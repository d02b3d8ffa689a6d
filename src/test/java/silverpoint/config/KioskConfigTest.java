package silverpoint.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** kiosk.yaml as it is shipped, and what is said of a wrong one. */
class KioskConfigTest {
  private static final Path SHIPPED = Path.of("kiosk-config/kiosk.yaml");

  @TempDir Path dir;

  @Test
  void shippedFileIsValid() {
    assertThat(KioskConfig.read(SHIPPED).booth().visitor().retakes()).isEqualTo(2);
  }

  @Test
  void valueOutOfBoundsIsNamed() throws IOException {
    Path file = dir.resolve("kiosk.yaml");
    Files.writeString(file, Files.readString(SHIPPED).replace("countdownS: 3", "countdownS: 30"));
    assertThatThrownBy(() -> KioskConfig.read(file))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("countdownS must lie in 0.0..10.0: 30.0");
  }

  @Test
  void unknownKeyIsNamed() throws IOException {
    Path file = dir.resolve("kiosk.yaml");
    Files.writeString(file, Files.readString(SHIPPED).replace("retakes:", "retake:"));
    assertThatThrownBy(() -> KioskConfig.read(file))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("booth.visitor.retake");
  }
}
