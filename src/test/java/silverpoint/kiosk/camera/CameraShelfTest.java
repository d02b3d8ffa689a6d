package silverpoint.kiosk.camera;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import silverpoint.kiosk.config.CameraConfig;

class CameraShelfTest {
  @TempDir private Path dir;

  @Test
  void theConfiguredCameraMayBeChosenWhileItsFileIsGone() throws IOException {
    Path film = Files.createFile(dir.resolve("film.mp4"));
    CameraShelf shelf =
        new CameraShelf(
            CameraConfig.load(Path.of("kiosk-config")).withSource(film.toString()), () -> 0);
    Files.delete(film);
    assertThat(shelf.names()).contains(film.toString(), "demo");
    assertThat(shelf.camera(film.toString()).orElseThrow().name()).contains("film.mp4");
    assertThat(shelf.camera("webcam 7")).isEmpty();
  }
}
