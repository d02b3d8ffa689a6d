package silverpoint.lab.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import silverpoint.foundation.image.ImageFiles;
import silverpoint.foundation.image.RgbImage;
import silverpoint.foundation.inference.InferenceSettings;
import silverpoint.foundation.inference.NeuralModels;

/** The whole answer of the edge model to one picture, under the load and the clock of JMH. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgsAppend = {"-XX:+UseSerialGC", "-Dai.djl.offline=true"})
public class EdgeAnswer {
  @Param("src/main/resources/silverpoint/demo/eileen-collins.png")
  private String picture = "";

  private final Candidate candidate =
      new ModelCandidate(
          NeuralModels.open(Path.of("models"), InferenceSettings.defaults()).model("edge-portrait"));
  private RgbImage pixels = new RgbImage(1, 1, new byte[3]);

  @Setup
  public void load() throws IOException {
    pixels = ImageFiles.decode(Files.readAllBytes(Path.of(picture))).pixels();
  }

  @Benchmark
  public Answer answer() {
    return candidate.answer(pixels, new StageClock(System::nanoTime));
  }
}
