package silverpoint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import silverpoint.cli.terminal.ExitCode;
import silverpoint.foundation.image.ImageFiles;
import silverpoint.lab.benchmark.Results;
import silverpoint.lab.report.ResultsJson;

/** Every kind of picture that a folder may hold is a row of the report, never a crash. */
class BenchPicturesTest {
  private static final int WIDTH_AT = 16;

  @TempDir Path folder;
  private Path images;

  @BeforeEach
  void writePictures() throws IOException {
    images = Files.createDirectories(folder.resolve("images"));
    byte[] plain = ImageFiles.encodePng(picture(BufferedImage.TYPE_INT_RGB));
    write("plain.png", plain);
    write("grey.png", encoded("png", picture(BufferedImage.TYPE_BYTE_GRAY)));
    write("deep.png", encoded("png", picture(BufferedImage.TYPE_USHORT_GRAY)));
    write(
        "huge.png",
        encoded("png", new BufferedImage(12_000, 1_000, BufferedImage.TYPE_BYTE_BINARY)));
    write("turned.jpg", turned(encoded("jpg", picture(BufferedImage.TYPE_INT_RGB))));
    write("animated.gif", animation());
    write("inks.jpg", fourInks());
    write("empty.png", new byte[0]);
    write("text.jpg", "this is no picture".getBytes(StandardCharsets.UTF_8));
    write("cut.png", Arrays.copyOf(plain, plain.length * 2 / 3));
    write("bomb.png", claimingSide(plain, 60_000));
  }

  @Test
  void everyPictureIsARow() throws IOException {
    Results results = run(images, "--scenario", "none");
    assertThat(results.corpus().unreadable())
        .containsOnlyKeys("empty.png", "text.jpg", "cut.png", "bomb.png")
        .allSatisfy((name, reason) -> assertThat(reason).doesNotContain("\n").isNotBlank());
    assertThat(results.candidates().getFirst().pictures()).hasSize(11);
    assertThat(results.candidates().getFirst().pictures())
        .filteredOn(row -> row.failure().isPresent())
        .extracting(Results.PictureRow::name)
        .containsExactlyInAnyOrderElementsOf(results.corpus().unreadable().keySet());
  }

  @Test
  void reportKeepsItsPublishedSchema() throws IOException {
    Path one = Files.createDirectories(folder.resolve("one"));
    Files.copy(images.resolve("plain.png"), one.resolve("plain.png"));
    run(one, "--min-queries", "8", "--min-time", "0.01");
    String json = Files.readString(out().resolve("bench.json"));
    String schema = Files.readString(out().resolve("bench.schema.json"));
    assertThat(BenchRun.errors(schema, json)).isEmpty();
    assertThat(BenchRun.errors(schema, json.replace("\"candidates\"", "\"entries\""))).isNotEmpty();
    assertThat(BenchRun.errors(schema, json.replace("\"single-stream\"", "\"singular\"")))
        .isNotEmpty();
  }

  private Path out() {
    return folder.resolve("out");
  }

  private Results run(Path pictures, String... options) {
    String[] all = Arrays.copyOf(options, options.length + 4);
    System.arraycopy(
        new String[] {"--models", "canny", "--images", pictures.toString()},
        0,
        all,
        options.length,
        4);
    BenchRun run = BenchRun.of(out(), all);
    assertThat(run.exitCode()).as(run.said()).isIn(ExitCode.OK, ExitCode.NOT_VALID);
    return ResultsJson.read(out().resolve("bench.json"));
  }

  private void write(String name, byte[] bytes) throws IOException {
    Files.write(images.resolve(name), bytes);
  }

  /** Half dark, half light. */
  private static BufferedImage picture(int type) {
    BufferedImage picture = new BufferedImage(64, 48, type);
    for (int i = 0; i < 32 * 48; i++) {
      picture.setRGB(i % 32, i / 32, 0xffffff);
    }
    return picture;
  }

  private static byte[] encoded(String format, BufferedImage picture) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(picture, format, out);
    return out.toByteArray();
  }

  private static byte[] animation() throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
      writer.setOutput(stream);
      writer.prepareWriteSequence(null);
      for (int frame = 0; frame < 3; frame++) {
        writer.writeToSequence(
            new IIOImage(picture(BufferedImage.TYPE_BYTE_GRAY), null, null), null);
      }
      writer.endWriteSequence();
    }
    return out.toByteArray();
  }

  /** Cyan, magenta, yellow and black. */
  private static byte[] fourInks() throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
      writer.setOutput(stream);
      Raster inks = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, 64, 48, 4, null);
      writer.write(null, new IIOImage(inks, null, null), null);
    }
    return out.toByteArray();
  }

  /** EXIF orientation 6 after the start of the JPEG. */
  private static byte[] turned(byte[] jpeg) {
    byte[] exif = new byte[36];
    byte[] start = {(byte) 0xff, (byte) 0xe1, 0, 34, 'E', 'x', 'i', 'f', 0, 0, 'M', 'M', 0, 42};
    System.arraycopy(start, 0, exif, 0, start.length);
    byte[] directory = {0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, 6};
    System.arraycopy(directory, 0, exif, start.length, directory.length);
    return ByteBuffer.allocate(jpeg.length + exif.length)
        .put(jpeg, 0, 2)
        .put(exif)
        .put(jpeg, 2, jpeg.length - 2)
        .array();
  }

  /** A small file whose header promises a picture of that width and height. */
  private static byte[] claimingSide(byte[] png, int side) {
    byte[] bomb = png.clone();
    ByteBuffer.wrap(bomb).putInt(WIDTH_AT, side).putInt(WIDTH_AT + 4, side);
    CRC32 check = new CRC32();
    check.update(bomb, 12, 17);
    ByteBuffer.wrap(bomb).putInt(29, (int) check.getValue());
    return bomb;
  }
}
