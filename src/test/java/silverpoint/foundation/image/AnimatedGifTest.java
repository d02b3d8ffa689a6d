package silverpoint.foundation.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Node;

/** Red frames with a dark square that moves. */
class AnimatedGifTest {
  private static BufferedImage frame(int left) {
    BufferedImage frame = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < 40 * 30; i++) {
      boolean dark = i % 40 >= left && i % 40 < left + 5 && i / 40 >= 10 && i / 40 < 15;
      frame.setRGB(i % 40, i / 40, (dark ? Color.DARK_GRAY : Color.RED).getRGB());
    }
    return frame;
  }

  @Test
  void holdsTheChangesOfEachFrame() throws IOException {
    AnimatedGif gif = new AnimatedGif(frame(0));
    gif.add(frame(0), 80);
    gif.add(frame(3), 80);
    gif.add(frame(3), 3000);
    ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
    reader.setInput(ImageIO.createImageInputStream(new ByteArrayInputStream(gif.encoded())));
    assertThat(reader.getNumImages(true)).isEqualTo(3);
    BufferedImage whole = reader.read(0);
    assertThat(whole.getWidth()).isEqualTo(40);
    assertThat(new Color(whole.getRGB(20, 5)).getRed()).isBetween(247, 255);
    assertThat(new Color(whole.getRGB(2, 12)).getRed()).isBetween(56, 72);
    assertThat(attribute(reader, 1, "ImageDescriptor", "imageLeftPosition")).isEqualTo("0");
    assertThat(attribute(reader, 1, "ImageDescriptor", "imageTopPosition")).isEqualTo("10");
    assertThat(reader.getWidth(1)).isEqualTo(8);
    assertThat(reader.getHeight(1)).isEqualTo(5);
    assertThat(reader.getWidth(2)).isEqualTo(1);
    assertThat(attribute(reader, 1, "GraphicControlExtension", "delayTime")).isEqualTo("8");
    assertThat(attribute(reader, 2, "GraphicControlExtension", "delayTime")).isEqualTo("300");
  }

  private static String attribute(ImageReader reader, int frame, String node, String name)
      throws IOException {
    Node root = reader.getImageMetadata(frame).getAsTree("javax_imageio_gif_image_1.0");
    for (Node child = root.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child.getNodeName().equals(node)) {
        return child.getAttributes().getNamedItem(name).getNodeValue();
      }
    }
    throw new AssertionError(node + " is missing");
  }
}
