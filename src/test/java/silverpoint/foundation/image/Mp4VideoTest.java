package silverpoint.foundation.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import org.bytedeco.javacv.FFmpegFrameGrabber;
import org.bytedeco.javacv.Frame;
import org.bytedeco.javacv.Java2DFrameConverter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A video is read back by another part of the library. */
class Mp4VideoTest {
  @TempDir Path directory;

  @Test
  void playsThePicturesForTheirTime() throws Exception {
    Path file = directory.resolve("toy.mp4");
    try (Mp4Video video = new Mp4Video(file, 161, 121)) {
      video.add(picture(Color.RED), 400);
      video.add(picture(Color.BLUE), 1600);
    }
    try (FFmpegFrameGrabber grabber = new FFmpegFrameGrabber(file.toFile());
        Java2DFrameConverter converter = new Java2DFrameConverter()) {
      grabber.start();
      assertThat(grabber.getImageWidth()).isEqualTo(160);
      assertThat(grabber.getImageHeight()).isEqualTo(120);
      assertThat(grabber.getVideoCodecName()).startsWith("h264");
      assertThat(grabber.getLengthInTime() * 1e-6).isCloseTo(2, within(0.1));
      int red = 0;
      int blue = 0;
      for (Frame frame = grabber.grabImage(); frame != null; frame = grabber.grabImage()) {
        Color middle = new Color(converter.convert(frame).getRGB(80, 60));
        red += middle.getRed() > 150 && middle.getBlue() < 100 ? 1 : 0;
        blue += middle.getBlue() > 150 && middle.getRed() < 100 ? 1 : 0;
      }
      assertThat(red).isEqualTo(10);
      assertThat(blue).isEqualTo(40);
    }
  }

  @Test
  void saysThatItCannotWrite() {
    Path file = directory.resolve("nowhere").resolve("toy.mp4");
    assertThatThrownBy(() -> new Mp4Video(file, 160, 120))
        .isInstanceOf(ImageException.class)
        .hasMessageStartingWith(file + " cannot be written");
  }

  private static BufferedImage picture(Color colour) {
    BufferedImage picture = new BufferedImage(161, 121, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = picture.createGraphics();
    graphics.setColor(colour);
    graphics.fillRect(0, 0, 161, 121);
    graphics.dispose();
    return picture;
  }
}
