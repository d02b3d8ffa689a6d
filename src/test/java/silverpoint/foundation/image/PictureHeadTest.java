package silverpoint.foundation.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC4;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMWRITE_WEBP_QUALITY;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imencode;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How large a picture will be is known before it is decoded, and then it is not. */
class PictureHeadTest {
  private static final int WIDTH = 300;
  private static final int HEIGHT = 17;

  private static byte[] file(String suffix, int type, int webpQuality) {
    try (Mat picture = new Mat(HEIGHT, WIDTH, type, Scalar.all(100));
        BytePointer encoded = new BytePointer();
        IntPointer settings = new IntPointer(IMWRITE_WEBP_QUALITY, webpQuality)) {
      imencode(suffix, picture, encoded, settings);
      byte[] bytes = new byte[Math.toIntExact(encoded.limit())];
      encoded.get(bytes);
      return bytes;
    }
  }

  private static byte[] file(String suffix) {
    return file(suffix, CV_8UC3, 80);
  }

  @ParameterizedTest
  @ValueSource(strings = {".jpg", ".png", ".bmp", ".tiff", ".webp", ".gif"})
  void everyKindTellsItsSize(String suffix) {
    PictureHead head = PictureHead.of(file(suffix)).orElseThrow();
    assertThat(head.widthPx()).isEqualTo(WIDTH);
    assertThat(head.heightPx()).isEqualTo(HEIGHT);
    assertThat(suffix.substring(1, 4)).isEqualToIgnoringCase(name(head));
  }

  private static String name(PictureHead head) {
    return head.kind() == PictureHead.Kind.JPEG ? "jpg" : head.kind().name().substring(0, 3);
  }

  @ParameterizedTest
  @CsvSource({"80, VP8X", "101, VP8L"})
  void everyWebpTellsItsSize(int quality, String chunk) {
    byte[] transparent = file(".webp", CV_8UC4, quality);
    assertThat(new String(transparent, 12, 4, StandardCharsets.US_ASCII)).isEqualTo(chunk);
    assertThat(PictureHead.of(transparent))
        .contains(new PictureHead(PictureHead.Kind.WEBP, WIDTH, HEIGHT));
  }

  @Test
  void aPictureOfTooManyPixelsIsNotDecoded() {
    byte[] png = file(".png");
    ByteBuffer.wrap(png).putInt(16, 30_000).putInt(20, 30_000);
    byte[] bmp = file(".bmp");
    ByteBuffer.wrap(bmp).order(ByteOrder.LITTLE_ENDIAN).putInt(18, 30_000).putInt(22, -30_000);
    byte[] jpeg = file(".jpg");
    int frame = JpegSegments.find(jpeg, marker -> marker == 0xc0);
    ByteBuffer.wrap(jpeg).putShort(frame + 5, (short) 30_000).putShort(frame + 7, (short) 30_000);
    for (byte[] bomb : new byte[][] {png, bmp, jpeg}) {
      assertThatThrownBy(() -> ImageFiles.decode(bomb))
          .isInstanceOf(ImageException.class)
          .hasMessage("30000 x 30000 px are too many; make it smaller, 4096 px a side are enough");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {30_000, -1})
  void aTileOfTooManyPixelsIsNotDecoded(int side) {
    ByteBuffer tiff = ByteBuffer.allocate(200).order(ByteOrder.LITTLE_ENDIAN);
    tiff.put(new byte[] {'I', 'I', '*', 0}).putInt(8).putShort((short) 4);
    for (int[] entry : new int[][] {{256, 40}, {257, 40}, {322, side}, {323, side}}) {
      tiff.putShort((short) entry[0]).putShort((short) 4).putInt(1).putInt(entry[1]);
    }
    assertThatThrownBy(() -> ImageFiles.decode(tiff.array()))
        .isInstanceOf(ImageException.class)
        .hasMessageContaining("px are too many");
  }

  @ParameterizedTest
  @ValueSource(strings = {".jpg", ".png", ".bmp", ".tiff", ".webp", ".gif"})
  void aDamagedHeadIsAPictureOfSomeSizeOrNone(String suffix) {
    byte[] whole = file(suffix);
    Random random = new Random(7);
    for (int i = 0; i < 2_000; i++) {
      byte[] damaged = Arrays.copyOf(whole, 1 + random.nextInt(whole.length));
      for (int n = random.nextInt(6); n > 0; n--) {
        damaged[random.nextInt(Math.min(64, damaged.length))] = (byte) random.nextInt();
      }
      assertThat(PictureHead.of(damaged).stream())
          .allMatch(head -> head.widthPx() > 0 && head.heightPx() > 0);
    }
  }
}
