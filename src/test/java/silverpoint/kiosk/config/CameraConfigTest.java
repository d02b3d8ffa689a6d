package silverpoint.kiosk.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import silverpoint.foundation.image.ImageFiles;
import silverpoint.foundation.image.RgbImage;
import silverpoint.kiosk.camera.CameraSettings;
import silverpoint.kiosk.camera.CameraStream;
import silverpoint.kiosk.camera.Cameras;

/** How a camera is mounted, from the setting to the pictures that everybody sees. */
class CameraConfigTest {
  /** Neither a square nor a multiple of what is turned at a time. */
  private static final int WIDTH = 101;

  private static final int HEIGHT = 70;

  @TempDir private Path dir;

  /** A picture as the camera sees it that is mounted so. */
  private Path seen(BufferedImage world, int rotate, boolean flip) throws IOException {
    boolean onItsSide = rotate % 180 != 0;
    BufferedImage seen =
        new BufferedImage(
            onItsSide ? HEIGHT : WIDTH, onItsSide ? WIDTH : HEIGHT, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        int mirrored = flip ? WIDTH - 1 - x : x;
        int rgb = world.getRGB(mirrored, y);
        switch (rotate) {
          case 0 -> seen.setRGB(x, y, rgb);
          case 90 -> seen.setRGB(y, WIDTH - 1 - x, rgb);
          case 180 -> seen.setRGB(WIDTH - 1 - x, HEIGHT - 1 - y, rgb);
          default -> seen.setRGB(HEIGHT - 1 - y, x, rgb);
        }
      }
    }
    return Files.write(dir.resolve("seen.png"), ImageFiles.encodePng(seen));
  }

  private void say(String camera) throws IOException {
    Files.writeString(dir.resolve("camera.yaml"), camera);
  }

  private Path[] folders() {
    return new Path[] {ConfigFiles.FOLDER, dir};
  }

  private static List<Integer> pixels(RgbImage image) {
    List<Integer> pixels = new ArrayList<>(List.of(image.width(), image.height()));
    for (int y = 0; y < image.height(); y++) {
      for (int x = 0; x < image.width(); x++) {
        pixels.add(image.packedAt(x, y));
      }
    }
    return pixels;
  }

  @ParameterizedTest(name = "rotate: {0}, flip: {1}")
  @CsvSource({
    "0, false",
    "90, false",
    "180, false",
    "270, false",
    "0, true",
    "90, true",
    "180, true",
    "270, true"
  })
  void aCameraThatIsMountedSoGivesUprightPictures(int rotate, boolean flip) throws IOException {
    Random random = new Random(1);
    BufferedImage world = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < WIDTH * HEIGHT; i++) {
      world.setRGB(i % WIDTH, i / WIDTH, random.nextInt(1 << 24));
    }
    RgbImage upright = ImageFiles.decode(ImageFiles.encodePng(world)).pixels();
    say("source: %s%nrotate: %d%nflip: %b%n".formatted(seen(world, rotate, flip), rotate, flip));
    try (CameraStream stream =
        Cameras.named(CameraConfig.load(folders()), System::nanoTime).open()) {
      assertThat(pixels(stream.read())).isEqualTo(pixels(upright));
    }
  }

  /** What is said of a wrong setting is the right one. */
  @ParameterizedTest(name = "mounted for rotate: {0}, flip: {1}; {2} is set")
  @CsvSource({
    "90, false, 0, side", "270, false, 0, side", "180, false, 0, heads", "0, false, 90, side",
    "90, false, 270, heads", "90, true, 0, side", "270, true, 180, side", "0, true, 180, heads"
  })
  void facesThatLieNameTheRightSetting(int right, boolean flip, int wrong, String stands)
      throws IOException {
    BufferedImage world = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    world.setRGB(3, 4, 0xffffff);
    RgbImage upright = ImageFiles.decode(ImageFiles.encodePng(world)).pixels();
    say("source: %s%nrotate: %d%nflip: %b%n".formatted(seen(world, right, flip), wrong, flip));
    CameraSettings settings = CameraConfig.load(folders());
    try (CameraStream stream = Cameras.named(settings, System::nanoTime).open()) {
      List<Integer> shown = pixels(stream.read());
      int lies = 0;
      while (!pixels(upright.turned(lies, false)).equals(shown)) {
        lies++;
      }
      assertThat(settings.upright(lies))
          .contains(stands)
          .endsWith(": set rotate: " + right + " in camera.yaml");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {-90, 1, 45, 360})
  void onlyQuarterTurnsAreTaken(int rotate) throws IOException {
    say("rotate: " + rotate + "\n");
    assertThatThrownBy(() -> CameraConfig.load(folders()))
        .hasMessage(
            dir.resolve("camera.yaml") + ", line 1: rotate is 0, 90, 180 or 270, not " + rotate);
  }

  @Test
  void aPictureNeedsNoTurnAsShipped() {
    assertThat(CameraConfig.load(ConfigFiles.FOLDER).toString()).contains("rotate=0", "flip=false");
  }
}
