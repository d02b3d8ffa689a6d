package silverpoint.kiosk.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** booth.yaml as it is shipped, and what is said of a wrong one. */
class BoothConfigTest {
  private static final Path FOLDER = Path.of("kiosk-config");

  @TempDir Path dir;

  @Test
  void shippedFileIsValid() {
    assertThat(BoothConfig.load(FOLDER).visitor().retakes()).isEqualTo(2);
  }

  @Test
  void valueOutOfBoundsIsNamed() throws IOException {
    Path file = dir.resolve("booth.yaml");
    Files.writeString(
        file,
        Files.readString(FOLDER.resolve("booth.yaml")).replace("countdownS: 3", "countdownS: 30"));
    assertThatThrownBy(() -> BoothConfig.load(dir))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("countdownS must lie in 0.0..10.0: 30.0");
  }

  @Test
  void unknownKeyIsNamed() throws IOException {
    Path file = dir.resolve("booth.yaml");
    Files.writeString(
        file, Files.readString(FOLDER.resolve("booth.yaml")).replace("retakes:", "retake:"));
    assertThatThrownBy(() -> BoothConfig.load(dir))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("visitor.retake");
  }
}
