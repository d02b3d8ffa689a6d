package silverpoint.kiosk.app;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import silverpoint.foundation.inference.InferenceSettings;
import silverpoint.foundation.inference.LazyModel;
import silverpoint.foundation.inference.MeteredModel;
import silverpoint.foundation.inference.ModelException;
import silverpoint.foundation.inference.NeuralModels;

/** Models that may be missing for a while. */
final class LazyModels implements AutoCloseable {
  private final InferenceSettings settings;
  private final Map<String, MeteredModel> used = new TreeMap<>();
  private Optional<NeuralModels> opened = Optional.empty();
  private boolean closed;

  LazyModels(InferenceSettings settings) {
    this.settings = settings;
  }

  MeteredModel model(String name) {
    MeteredModel model =
        new MeteredModel(new LazyModel(() -> models().model(name)), System::nanoTime);
    used.put(name, model);
    return model;
  }

  /** The models that were asked for, by name. */
  Map<String, MeteredModel> used() {
    return Map.copyOf(used);
  }

  private synchronized NeuralModels models() {
    if (closed) {
      throw new ModelException("the models are closed");
    }
    if (opened.isEmpty()) {
      opened = Optional.of(NeuralModels.open(Places.models(), settings));
    }
    return opened.get();
  }

  @Override
  public synchronized void close() {
    closed = true;
    opened.ifPresent(NeuralModels::close);
  }
}
