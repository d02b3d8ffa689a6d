package silverpoint.foundation.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageFilesTest {
  @ParameterizedTest
  @ValueSource(strings = {"png", "jpg", "bmp", "gif"})
  void decodesTheUsualFormats(String format) throws IOException {
    Photo photo = ImageFiles.decode(file(format, BufferedImage.TYPE_INT_RGB));
    assertThat(photo.widthPx()).isEqualTo(40);
    assertThat(photo.heightPx()).isEqualTo(24);
    assertThat(photo.pixels().at(5, 5, 0)).isGreaterThan(200);
    assertThat(photo.pixels().at(35, 5, 0)).isLessThan(60);
  }

  @ParameterizedTest
  @CsvSource({"TYPE_BYTE_GRAY, 10", "TYPE_USHORT_GRAY, 11"})
  void greyBecomesColour(String name, int type) throws IOException {
    Photo photo = ImageFiles.decode(file("png", type));
    assertThat(photo.pixels().at(5, 5, 0)).as(name).isEqualTo(photo.pixels().at(5, 5, 2));
  }

  /**
   * EXIF orientation 6: the camera was turned; the picture must be turned clockwise to stand
   * upright.
   */
  @Test
  void exifOrientationIsHonoured() throws IOException {
    byte[] jpeg = file("jpg", BufferedImage.TYPE_INT_RGB);
    byte[] exif = {
      (byte) 0xff,
      (byte) 0xe1,
      0,
      34,
      'E',
      'x',
      'i',
      'f',
      0,
      0,
      'M',
      'M',
      0,
      42,
      0,
      0,
      0,
      8,
      0,
      1,
      1,
      0x12,
      0,
      3,
      0,
      0,
      0,
      1,
      0,
      6,
      0,
      0,
      0,
      0,
      0,
      0
    };
    ByteArrayOutputStream turned = new ByteArrayOutputStream();
    turned.write(jpeg, 0, 2);
    turned.write(exif);
    turned.write(jpeg, 2, jpeg.length - 2);
    Photo photo = ImageFiles.decode(turned.toByteArray());
    assertThat(photo.widthPx()).isEqualTo(24);
    assertThat(photo.heightPx()).isEqualTo(40);
    assertThat(photo.pixels().at(12, 5, 0)).isGreaterThan(200);
    assertThat(photo.pixels().at(12, 35, 0)).isLessThan(60);
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "jpg"})
  void aCutOffPictureIsRefused(String format) throws IOException {
    byte[] whole = file(format, BufferedImage.TYPE_INT_RGB);
    byte[] half = Arrays.copyOf(whole, whole.length * 2 / 3);
    assertThatThrownBy(() -> ImageFiles.decode(half))
        .isInstanceOf(ImageException.class)
        .hasMessageContaining("cut off");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "hello", "<html><body>no picture</body></html>"})
  void textIsNoPicture(String text) {
    assertThatThrownBy(() -> ImageFiles.decode(text.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(ImageException.class);
  }

  @Test
  void aHugePictureIsShrunkAndKeepsItsSizeInTheRecord() throws IOException {
    BufferedImage wide = new BufferedImage(9000, 10, BufferedImage.TYPE_BYTE_BINARY);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(wide, "png", out);
    Photo photo = ImageFiles.decode(out.toByteArray());
    assertThat(photo.widthPx()).isEqualTo(9000);
    assertThat(photo.pixels().width()).isLessThan(5000);
    assertThat(photo.scale()).isEqualTo(9000.0 / photo.pixels().width());
  }

  @Test
  void whatShowsThroughIsWhite() throws IOException {
    BufferedImage glass = new BufferedImage(3, 1, BufferedImage.TYPE_INT_ARGB);
    glass.setRGB(0, 0, 0xff102030);
    glass.setRGB(1, 0, 0x80000000);
    RgbImage seen = decoded(glass, "png");
    assertThat(seen.packedAt(0, 0)).isEqualTo(0x102030);
    assertThat(seen.packedAt(1, 0)).isEqualTo(0x7f7f7f);
    assertThat(seen.packedAt(2, 0)).isEqualTo(0xffffff);
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "gif"})
  void aTransparentColourOfAPaletteIsWhite(String format) throws IOException {
    byte[] colours = {0, 0, 0, (byte) 255, 0, 0};
    IndexColorModel palette = new IndexColorModel(1, 2, colours, 0, false, 0);
    BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_BYTE_BINARY, palette);
    image.getRaster().setSample(1, 0, 0, 1);
    RgbImage seen = decoded(image, format);
    assertThat(seen.packedAt(0, 0)).isEqualTo(0xffffff);
    assertThat(seen.packedAt(1, 0)).isEqualTo(0xff0000);
  }

  private static RgbImage decoded(BufferedImage image, String format) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertThat(ImageIO.write(image, format, out)).isTrue();
    return ImageFiles.decode(out.toByteArray()).pixels();
  }

  private static byte[] file(String format, int type) throws IOException {
    BufferedImage image = new BufferedImage(40, 24, type);
    for (int y = 0; y < 24; y++) {
      for (int x = 0; x < 40; x++) {
        image.setRGB(x, y, (x < 20 ? Color.WHITE : Color.BLACK).getRGB());
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertThat(ImageIO.write(image, format, out)).isTrue();
    return out.toByteArray();
  }
}
