package silverpoint.lab.benchmark;

import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.inference.Predictor;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.translate.NoopTranslator;
import ai.djl.translate.TranslateException;
import java.io.IOException;
import java.nio.FloatBuffer;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The edge model's inference on DJL alone, without a line of the benchmark that it checks: the same
 * TorchScript file, an input of the same size, the copy to the tensor and back included.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
    value = 1,
    jvmArgsAppend = {
      "-XX:+UseSerialGC",
      "-Dai.djl.offline=true",
      "-Dai.djl.pytorch.num_threads=1",
      "-Dai.djl.pytorch.num_interop_threads=1"
    })
public class EdgeInference {
  @Param("models/edge-portrait/edge-portrait.pt")
  private String file = "";

  @Param("384")
  private int height;

  @Param("384")
  private int width;

  private NDManager manager = NDManager.newBaseManager("PyTorch");
  private Model model = Model.newInstance("edges", "PyTorch");
  private Predictor<NDList, NDList> predictor = model.newPredictor(new NoopTranslator());
  private float[] pixels = {};

  @Setup
  public void load() throws IOException, MalformedModelException {
    Path path = Path.of(file).toAbsolutePath();
    model.load(path.getParent(), path.getFileName().toString());
    predictor = model.newPredictor(new NoopTranslator());
    pixels = new float[3 * height * width];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (float) (0.5 + 0.5 * Math.sin(i * 0.37));
    }
  }

  @Benchmark
  public float[] infer() throws TranslateException {
    try (NDManager scope = manager.newSubManager()) {
      NDList input = new NDList(scope.create(FloatBuffer.wrap(pixels), new Shape(1, 3, height, width)));
      NDList output = predictor.predict(input);
      output.attach(scope);
      return output.getFirst().toFloatArray();
    }
  }

  @TearDown
  public void close() {
    predictor.close();
    model.close();
    manager.close();
  }
}
