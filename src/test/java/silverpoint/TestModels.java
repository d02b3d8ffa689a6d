package silverpoint;

import java.nio.file.Path;
import silverpoint.foundation.inference.Device;
import silverpoint.foundation.inference.InferenceSettings;
import silverpoint.foundation.inference.NeuralModels;

/** The shipped models on one CPU thread, loaded once for all tests. */
public final class TestModels {
  private static final NeuralModels MODELS =
      NeuralModels.open(Path.of("models"), new InferenceSettings(Device.CPU, 1));

  private TestModels() {}

  public static NeuralModels get() {
    return MODELS;
  }
}
