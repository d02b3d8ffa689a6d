package silverpoint.kiosk.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import silverpoint.Mutations;
import silverpoint.foundation.image.ImageException;
import silverpoint.foundation.image.ImageFiles;
import silverpoint.foundation.image.RgbImage;

class MjpegReaderTest {
  static IntStream seeds() {
    return IntStream.rangeClosed(1, 40);
  }

  private static byte[] jpeg(SplittableRandom random) {
    int width = 16 + random.nextInt(64);
    int height = 16 + random.nextInt(64);
    byte[] rgb = new byte[3 * width * height];
    random.nextBytes(rgb);
    return ImageFiles.encodeJpeg(new RgbImage(width, height, rgb), 30 + random.nextInt(60));
  }

  private static List<byte[]> read(byte[] stream) throws IOException {
    MjpegReader reader = new MjpegReader(new ByteArrayInputStream(stream));
    List<byte[]> pictures = new ArrayList<>();
    Optional<byte[]> next = reader.next();
    while (next.isPresent()) {
      pictures.add(next.get());
      next = reader.next();
    }
    return pictures;
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void findsEveryPictureWhateverLiesBetween(int seed) throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    List<byte[]> written = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      byte[] rubbish = new byte[random.nextInt(50)];
      random.nextBytes(rubbish);
      // a start of image in the rubbish would be one
      for (int k = 0; k < rubbish.length; k++) {
        rubbish[k] = rubbish[k] == (byte) 0xd8 ? 0 : rubbish[k];
      }
      stream.write(rubbish);
      byte[] picture = jpeg(random);
      written.add(picture);
      stream.write(picture);
    }
    assertThat(read(stream.toByteArray())).containsExactlyElementsOf(written);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void aDamagedPictureCostsItselfAndAtMostTheNext(int seed) throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    byte[] damaged = jpeg(random);
    byte[] cut = Arrays.copyOf(damaged, 3 + random.nextInt(damaged.length - 4));
    byte[] next = jpeg(random);
    byte[] last = jpeg(random);
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    stream.write(cut);
    stream.write(next);
    stream.write(last);
    assertThat(read(stream.toByteArray()).getLast()).isEqualTo(last);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void noiseEndsAndGivesNoPictureThatDecodes(int seed) throws IOException {
    byte[] noise = new byte[200_000];
    new SplittableRandom(seed).nextBytes(noise);
    assertThat(read(noise))
        .allSatisfy(picture ->
            assertThatThrownBy(() -> ImageFiles.decode(picture))
                .isInstanceOf(ImageException.class));
  }

  @Test
  void aThumbnailInsideASegmentDoesNotEndThePicture() throws IOException {
    SplittableRandom random = new SplittableRandom(5);
    byte[] thumbnail = jpeg(random);
    byte[] picture = jpeg(random);
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    whole.write(picture, 0, 2);
    int length = thumbnail.length + 2;
    whole.write(new byte[] {(byte) 0xff, (byte) 0xe1, (byte) (length >> 8), (byte) length});
    whole.write(thumbnail);
    whole.write(picture, 2, picture.length - 2);
    assertThat(read(whole.toByteArray())).containsExactly(whole.toByteArray());
  }

  @Test
  void aMutatedStreamEndsAndGivesPicturesOnly() throws IOException {
    byte[] stream =
        Files.readAllBytes(Path.of("src/test/resources/silverpoint/fuzz/mjpeg/two.mjpeg"));
    Mutations mutations = new Mutations(List.of(stream), Long.getLong("fuzz.seed", 1));
    for (int i = 0; i < Integer.getInteger("fuzz.inputs", 2000); i++) {
      MjpegReader reader = new MjpegReader(new ByteArrayInputStream(mutations.next()));
      Optional<byte[]> picture = reader.next();
      while (picture.isPresent()) {
        assertThat(picture.get()).startsWith(0xff, 0xd8).endsWith(0xff, 0xd9);
        picture = reader.next();
      }
    }
  }
}
