package silverpoint.kiosk.camera;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import silverpoint.foundation.image.ImageFiles;
import silverpoint.foundation.image.RgbImage;
import silverpoint.kiosk.config.CameraConfig;

/** What helps depends on what the camera is. */
class CameraCureTest {
  private static final FeedSettings SETTINGS = FeedSettings.defaults();

  @TempDir private Path dir;

  private Camera camera(String source) {
    return Cameras.named(CameraConfig.load(Path.of("kiosk-config")).withSource(source), () -> 0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"picture.png", "film.mp4", "folder"})
  void nobodyIsToldToPullThePlugOfAFile(String name) throws IOException {
    Path file = dir.resolve(name);
    if (name.equals("folder")) {
      Files.createDirectory(file);
    } else {
      Files.createFile(file);
    }
    Camera camera = camera(file.toString());
    assertThat(camera.cure()).contains(file.toString(), "read").doesNotContain("plug", "cable");
    assertThat(camera.name()).contains(file.toString());
  }

  @Test
  void everyCameraHasItsOwnCure() {
    assertThat(camera("webcam").cure()).contains("plug");
    assertThat(camera("pi").cure()).contains("ribbon cable").doesNotContain("plug");
    assertThat(camera("demo").cure()).doesNotContain("plug", "cable");
  }

  @Test
  void aPictureThatFallsSilentIsCuredAsAPicture() throws Exception {
    Path file =
        Files.write(
            dir.resolve("guest.jpg"),
            ImageFiles.encodeJpeg(new RgbImage(8, 8, new byte[3 * 8 * 8]), 90));
    AtomicLong nowNs = new AtomicLong();
    // on a clock that stands still the second picture never comes
    try (CameraFeed feed = new CameraFeed(camera(file.toString()), SETTINGS, nowNs::get)) {
      for (int i = 0; i < 20_000 && !feed.health().isLive(); i++) {
        feed.tick();
        Thread.sleep(1);
      }
      nowNs.addAndGet(TimeUnit.MILLISECONDS.toNanos(SETTINGS.staleMs() + 1));
      feed.tick();
      assertThat(feed.health().lastError().orElseThrow())
          .startsWith("picture " + file + ": no picture for 2.0 s")
          .doesNotContain("plug");
    }
  }
}
