package silverpoint.foundation.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import silverpoint.GuestProgram;
import silverpoint.ProcessStatus;

/**
 * The largest pictures of the deepest kinds are decoded, or refused, within a gigabyte of resident
 * memory.
 */
class PictureMemoryTest {
  private static final long MOST_KB = 1_000_000;

  @TempDir private Path folder;

  /** Decodes a file and says how much of its memory was ever resident. */
  static final class Guest {
    private Guest() {}

    public static void main(String[] arguments) throws IOException {
      try {
        Photo photo = ImageFiles.decode(Files.readAllBytes(Path.of(arguments[0])));
        System.out.println(photo.pixels().width());
      } catch (ImageException e) {
        System.out.println(e.getMessage());
      }
      System.out.println(ProcessStatus.mostResidentKb());
    }
  }

  /** The deepest kinds of pixels that files have, all of them clear or black. */
  private enum Kind {
    PNG(ImageFiles.MOST_PIXELS, "4096") {
      @Override
      void write(DataOutputStream out, int side) throws IOException {
        out.writeLong(0x89504e470d0a1a0aL);
        ByteBuffer head = ByteBuffer.allocate(13);
        head.putInt(side).putInt(side).put(new byte[] {16, 6, 0, 0, 0});
        chunk(out, "IHDR", head.array());
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream rows = new DeflaterOutputStream(packed, new Deflater(1))) {
          byte[] row = new byte[1 + 8 * side];
          for (int y = 0; y < side; y++) {
            rows.write(row);
          }
        }
        chunk(out, "IDAT", packed.toByteArray());
        chunk(out, "IEND", new byte[0]);
      }
    },
    TIFF(ImageFiles.MOST_DEEP_PIXELS, "4000") {
      @Override
      void write(DataOutputStream out, int side) throws IOException {
        tiff(out, side, 16, 1);
      }
    },
    /** Floating point, of which OpenCV makes no colours. */
    DEEPEST_TIFF(ImageFiles.MOST_DEEP_PIXELS, "the picture is damaged") {
      @Override
      void write(DataOutputStream out, int side) throws IOException {
        tiff(out, side, 64, 3);
      }
    };

    /** Of a square picture that is just small enough. */
    private final int side;

    /** The width in which it is decoded, or why it is not. */
    private final String said;

    Kind(long mostPixels, String said) {
      side = (int) Math.sqrt(mostPixels);
      this.said = said;
    }

    abstract void write(DataOutputStream out, int side) throws IOException;

    /** Four channels, in strips. */
    private static void tiff(DataOutputStream out, int side, int bits, int format)
        throws IOException {
      // one strip of zeros, deflated, stands for all of them
      int rows = Math.max(1, (1 << 20) / (bits / 2 * side));
      int strips = (side + rows - 1) / rows;
      ByteArrayOutputStream packed = new ByteArrayOutputStream();
      try (OutputStream strip = new DeflaterOutputStream(packed, new Deflater(1))) {
        strip.write(new byte[bits / 2 * side * rows]);
      }
      int entries = 11;
      int bitsAt = 8 + 2 + 12 * entries + 4;
      int formatsAt = bitsAt + 8;
      int offsetsAt = formatsAt + 8;
      int countsAt = offsetsAt + 4 * strips;
      int dataAt = countsAt + 4 * strips;
      out.writeInt(0x4d4d002a);
      out.writeInt(8);
      out.writeShort(entries);
      entry(out, 256, 4, 1, side);
      entry(out, 257, 4, 1, side);
      entry(out, 258, 3, 4, bitsAt);
      entry(out, 259, 4, 1, 8);
      entry(out, 262, 4, 1, 2);
      entry(out, 273, 4, strips, offsetsAt);
      entry(out, 277, 4, 1, 4);
      entry(out, 278, 4, 1, rows);
      entry(out, 279, 4, strips, countsAt);
      entry(out, 338, 4, 1, 2);
      entry(out, 339, 3, 4, formatsAt);
      out.writeInt(0);
      for (int i = 0; i < 4; i++) {
        out.writeShort(bits);
      }
      for (int i = 0; i < 4; i++) {
        out.writeShort(format);
      }
      for (int i = 0; i < strips; i++) {
        out.writeInt(dataAt);
      }
      for (int i = 0; i < strips; i++) {
        out.writeInt(packed.size());
      }
      packed.writeTo(out);
    }

    private static void entry(DataOutputStream out, int tag, int type, int count, int value)
        throws IOException {
      out.writeShort(tag);
      out.writeShort(type);
      out.writeInt(count);
      out.writeInt(value);
    }

    private static void chunk(DataOutputStream out, String name, byte[] body) throws IOException {
      byte[] kind = name.getBytes(StandardCharsets.US_ASCII);
      CRC32 sum = new CRC32();
      sum.update(kind);
      sum.update(body);
      out.writeInt(body.length);
      out.write(kind);
      out.write(body);
      out.writeInt((int) sum.getValue());
    }
  }

  @ParameterizedTest
  @EnumSource
  void theLargestPictureTakesLessThanAGigabyte(Kind kind) throws IOException, InterruptedException {
    Path file = folder.resolve("clear");
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
      kind.write(out, kind.side);
    }
    List<String> said =
        GuestProgram.of(Guest.class, "-Xmx256m", "-Dorg.bytedeco.javacpp.maxPhysicalBytes=0")
            .said(file.toString());
    assertThat(said).as("what a program that reads it says").hasSize(2);
    assertThat(said.getFirst()).isEqualTo(kind.said);
    assertThat(Long.parseLong(said.getLast())).as("resident at most, kB").isLessThan(MOST_KB);
  }
}
