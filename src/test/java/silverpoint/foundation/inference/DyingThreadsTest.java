package silverpoint.foundation.inference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import silverpoint.foundation.image.ImageFiles;
import silverpoint.foundation.image.RgbImage;

/**
 * Work of threads that end leaves no native memory behind. {@code -Dthreads.calls=10000} tries
 * more.
 */
class DyingThreadsTest {
  private static final int CALLS = Integer.getInteger("threads.calls", 600);
  private static final int WARM_UP = 200;

  /** Ten thousand threads that each leave a kilobyte behind leave more. */
  private static final long MOST_GROWTH_KB = 8_000;

  /** Decodes a picture and asks two models, every time on a new thread. */
  static final class Guest {
    private Guest() {}

    public static void main(String[] arguments)
        throws IOException, InterruptedException, ExecutionException {
      byte[] jpeg = ImageFiles.encodeJpeg(new RgbImage(320, 240, new byte[3 * 320 * 240]), 80);
      try (NeuralModels models =
          NeuralModels.open(Path.of("models"), new InferenceSettings(Device.CPU, 1))) {
        NeuralModel detector = models.model("face-detector-short");
        NeuralModel mesh = models.model("face-mesh");
        Tensor noise = TestPictures.noise(detector.card(), 1);
        Tensor face = TestPictures.noise(mesh.card(), 1);
        int calls = Integer.parseInt(arguments[0]);
        for (int call = 1; call <= WARM_UP + calls; call++) {
          FutureTask<Integer> work =
              new FutureTask<>(() ->
                  ImageFiles.decode(jpeg).pixels().width()
                      + detector.run(noise).size()
                      + mesh.run(face).size());
          Thread.ofPlatform().start(work);
          work.get();
          if (call % 1000 == 0 || call == WARM_UP || call == WARM_UP + calls) {
            System.gc();
            System.out.println(residentKb());
          }
        }
      }
    }

    private static long residentKb() throws IOException {
      return Files.readAllLines(Path.of("/proc/self/status")).stream()
          .filter(line -> line.startsWith("RssAnon"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .sum();
    }
  }

  @Test
  void residentMemoryIsAsItWasAfterManyThreadsHaveEnded() throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx96m",
                "-Xms96m",
                "-XX:+AlwaysPreTouch",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dorg.bytedeco.javacpp.maxPhysicalBytes=0",
                "-Dai.djl.offline=true",
                "-cp",
                System.getProperty("java.class.path")));
    command.addAll(List.of(Guest.class.getName(), String.valueOf(CALLS)));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("MALLOC_ARENA_MAX", "2");
    Process guest = builder.start();
    List<Long> residentKb =
        new String(guest.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .map(Long::valueOf)
            .toList();
    assertThat(residentKb).as("what a program says that works on threads").hasSizeGreaterThan(1);
    assertThat(residentKb.getLast() - residentKb.getFirst())
        .as("growth of %s kB", residentKb)
        .isLessThan(MOST_GROWTH_KB);
  }
}
