package silverpoint.foundation.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import silverpoint.GuestProgram;
import silverpoint.ProcessStatus;
import silverpoint.foundation.image.ImageFiles;
import silverpoint.foundation.image.RgbImage;

/**
 * Work of threads that end leaves no native memory behind. {@code -Dthreads.calls=10000} tries
 * more.
 */
class DyingThreadsTest {
  private static final int CALLS = Integer.getInteger("threads.calls", 600);
  private static final int WARM_UP = 300;
  private static final int SAMPLES = 12;

  /** What the second half may take more than the first, for each thread of a half. */
  private static final double MOST_KB_A_CALL = 4;

  private static final int LEAK_BYTES = 65_536;

  /** Decodes a picture and asks two models, every time on a new thread. */
  static final class Guest {
    /** What a library keeps for a thread and forgets to free. */
    private static final ThreadLocal<MemorySegment> LEAK =
        ThreadLocal.withInitial(() -> Arena.global().allocate(LEAK_BYTES).fill((byte) 1));

    private Guest() {}

    public static void main(String[] arguments)
        throws IOException, InterruptedException, ExecutionException {
      int calls = Integer.parseInt(arguments[0]);
      boolean leaks = Boolean.parseBoolean(arguments[1]);
      byte[] jpeg = ImageFiles.encodeJpeg(new RgbImage(320, 240, new byte[3 * 320 * 240]), 80);
      try (NeuralModels models =
          NeuralModels.open(Path.of("models"), new InferenceSettings(Device.CPU, 1))) {
        NeuralModel detector = models.model("face-detector-short");
        NeuralModel mesh = models.model("face-mesh");
        Tensor noise = TestPictures.noise(detector.card(), 1);
        Tensor face = TestPictures.noise(mesh.card(), 1);
        for (int call = 1; call <= WARM_UP + calls; call++) {
          FutureTask<Long> work =
              new FutureTask<>(() ->
                  ImageFiles.decode(jpeg).pixels().width()
                      + detector.run(noise).size()
                      + mesh.run(face).size()
                      + (leaks ? LEAK.get().byteSize() : 0));
          Thread.ofPlatform().start(work);
          work.get();
          if (call > WARM_UP && (call - WARM_UP) % (calls / SAMPLES) == 0) {
            System.gc();
            System.out.println(ProcessStatus.anonymousKb());
          }
        }
      }
    }
  }

  /** Runs threads that end; what they leave must not grow. */
  private static void check(int calls, boolean leaks) throws IOException, InterruptedException {
    List<Long> residentKb =
        GuestProgram.of(
                Guest.class,
                "-Xmx96m",
                "-Xms96m",
                "-XX:+AlwaysPreTouch",
                "-Dorg.bytedeco.javacpp.maxPhysicalBytes=0",
                "-Dai.djl.offline=true")
            .with("MALLOC_ARENA_MAX", "2")
            .said(String.valueOf(calls), String.valueOf(leaks))
            .stream()
            .map(Long::valueOf)
            .toList();
    assertThat(residentKb).as("what a program says that works on threads").hasSize(SAMPLES);
    // what the allocator holds for a while comes and goes: the least of each half counts
    long first = Collections.min(residentKb.subList(0, SAMPLES / 2));
    long second = Collections.min(residentKb.subList(SAMPLES / 2, SAMPLES));
    assertThat(second - first)
        .as("growth in the second half of %d calls, resident %s kB", calls, residentKb)
        .isLessThan(Math.round(MOST_KB_A_CALL * calls / 2));
  }

  @Test
  void residentMemoryIsAsItWasAfterManyThreadsHaveEnded() throws IOException, InterruptedException {
    check(CALLS, false);
  }

  @Test
  void aBufferThatEveryThreadLeavesBehindIsSeen() {
    assertThatThrownBy(() -> check(600, true))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("growth in the second half");
  }
}
