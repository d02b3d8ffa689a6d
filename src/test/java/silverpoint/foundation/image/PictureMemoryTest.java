package silverpoint.foundation.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The largest picture of the deepest kind is decoded within a gigabyte of resident memory. */
class PictureMemoryTest {
  private static final int SIDE = 8000;
  private static final int BYTES_A_PIXEL = 8;
  private static final long MOST_KB = 1_000_000;

  @TempDir private Path folder;

  /** Decodes a file and says how much of its memory was ever resident. */
  static final class Guest {
    private Guest() {}

    public static void main(String[] arguments) throws IOException {
      Photo photo = ImageFiles.decode(Files.readAllBytes(Path.of(arguments[0])));
      System.out.println(photo.pixels().width());
      Files.readAllLines(Path.of("/proc/self/status")).stream()
          .filter(line -> line.startsWith("VmHWM"))
          .forEach(line -> System.out.println(line.replaceAll("\\D", "")));
    }
  }

  /** A PNG with alpha and 16 bits that is all clear. */
  private static void clearPng(OutputStream file) throws IOException {
    DataOutputStream out = new DataOutputStream(file);
    out.writeLong(0x89504e470d0a1a0aL);
    ByteBuffer head = ByteBuffer.allocate(13);
    head.putInt(SIDE).putInt(SIDE).put(new byte[] {16, 6, 0, 0, 0});
    chunk(out, "IHDR", head.array());
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream rows = new DeflaterOutputStream(packed, new Deflater(1))) {
      byte[] row = new byte[1 + BYTES_A_PIXEL * SIDE];
      for (int y = 0; y < SIDE; y++) {
        rows.write(row);
      }
    }
    chunk(out, "IDAT", packed.toByteArray());
    chunk(out, "IEND", new byte[0]);
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

  @Test
  void theLargestPictureIsDecodedWithinAGigabyte() throws IOException {
    Path file = folder.resolve("clear.png");
    try (OutputStream out = Files.newOutputStream(file)) {
      clearPng(out);
    }
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-Dorg.bytedeco.javacpp.maxPhysicalBytes=0",
                "-cp",
                System.getProperty("java.class.path")));
    command.addAll(List.of(Guest.class.getName(), file.toString()));
    Process guest =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    List<String> said =
        new String(guest.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    assertThat(said).as("what a program that decodes it says").hasSize(2);
    assertThat(said.getFirst()).isEqualTo("4096");
    assertThat(Long.parseLong(said.getLast())).as("resident at most, kB").isLessThan(MOST_KB);
    System.out.println("resident at most, kB: " + said.getLast());
  }
}
