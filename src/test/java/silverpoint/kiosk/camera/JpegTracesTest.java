package silverpoint.kiosk.camera;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.BufferedInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import silverpoint.foundation.image.ImageFiles;
import silverpoint.foundation.image.RgbImage;

/** Of a picture that a live camera has shown and shows no more, no byte of its file is left. */
class JpegTracesTest {
  private static final int MARK_BYTES = 48;

  /** Nowhere in memory stands a mark as it stands in the file. */
  private static final int COVER = 0x5a;

  @TempDir private Path folder;

  /** A grey JPEG that takes some space, with the covered mark as a comment at every 10 kB. */
  private static void write(DataOutputStream out, byte[] covered, int marks) throws IOException {
    byte[] grey = new byte[3 * 64 * 48];
    Arrays.fill(grey, (byte) 128);
    byte[] jpeg = ImageFiles.encodeJpeg(new RgbImage(64, 48, grey), 80);
    out.write(jpeg, 0, 2);
    for (int i = 0; i < marks; i++) {
      out.writeShort(0xfffe);
      out.writeShort(10_000);
      for (int k = 0; k < 9_998; k++) {
        out.write(k < MARK_BYTES ? covered[k] ^ COVER : 0x20);
      }
    }
    out.write(jpeg, 2, jpeg.length - 2);
  }

  private static boolean isHeld(Path dump, byte[] covered) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(dump), 1 << 20)) {
      int found = 0;
      for (int b = in.read(); b >= 0; b = in.read()) {
        int bare = b ^ COVER;
        found = bare == (covered[found] & 0xff) ? found + 1 : bare == (covered[0] & 0xff) ? 1 : 0;
        if (found == MARK_BYTES) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean heapHolds(byte[] covered) throws IOException {
    Path dump = folder.resolve("heap.hprof");
    ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
        .dumpHeap(dump.toString(), false);
    boolean held = isHeld(dump, covered);
    Files.delete(dump);
    return held;
  }

  private Path stream(byte[] covered) {
    Path file = folder.resolve("pictures.mjpeg");
    // without a buffer, which would hold the mark
    try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(file))) {
      write(out, covered, 40);
      write(out, covered, 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file;
  }

  @Test
  void whatHasBeenShownIsOverwrittenInTheReaderAndWhereItWasDropped() throws IOException {
    byte[] covered = new byte[MARK_BYTES];
    new Random(11).nextBytes(covered);
    Path file = stream(covered);
    ProcessStream camera =
        ProcessStream.start("planted", List.of("cat", file.toString()), words -> words);
    assertThat(camera.read().width()).isEqualTo(64);
    assertThat(camera.read().width()).isEqualTo(64);
    assertThat(heapHolds(covered)).as("the file of a picture in the heap").isFalse();
    camera.close();
    byte[] planted = covered.clone();
    for (int i = 0; i < MARK_BYTES; i++) {
      planted[i] ^= COVER;
    }
    assertThat(heapHolds(covered)).as("the same for a mark that is there").isTrue();
    assertThat(planted[0]).isEqualTo((byte) (covered[0] ^ COVER));
  }
}
