package silverpoint.sketch.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.Test;
import silverpoint.foundation.geometry.Point;
import silverpoint.picture.stroke.Page;

class ToyAnimationTest {
  private static final Page PAGE = new Page(66, 44, 2, 0.4);

  @Test
  void everyPieceIsAFrameOfItsOwnAndTheFirstIsAWholeToy() throws Exception {
    ToyAnimation animation =
        new ToyAnimation(
            PAGE,
            List.of(
                List.of(new Point(5, 10), new Point(60, 10)),
                List.of(new Point(60, 10), new Point(60, 40)),
                List.of(new Point(60, 40), new Point(5, 40))));
    ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
    try (ImageInputStream gif =
        ImageIO.createImageInputStream(new ByteArrayInputStream(animation.gif()))) {
      reader.setInput(gif);
      assertThat(reader.getNumImages(true)).isEqualTo(3);
      BufferedImage first = reader.read(0);
      BufferedImage toy = new ToyPicture(PAGE, 0.45).image();
      assertThat(first.getWidth()).isEqualTo(toy.getWidth());
      assertThat(first.getHeight()).isEqualTo(toy.getHeight());
    } finally {
      reader.dispose();
    }
  }
}
