package silverpoint.foundation.inference;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A model that is loaded when it is first needed, and tried again when that failed; once closed, it
 * stays so.
 */
public final class LazyModel implements NeuralModel {
  private final Supplier<NeuralModel> loading;
  private @Nullable NeuralModel loaded;
  private boolean closed;

  /**
   * @param loading throws {@link ModelException} while the model cannot be had
   */
  public LazyModel(Supplier<NeuralModel> loading) {
    this.loading = loading;
  }

  private synchronized NeuralModel model() {
    if (closed) {
      throw new ModelException("the model is closed");
    }
    NeuralModel model = loaded;
    if (model == null) {
      model = loading.get();
      loaded = model;
    }
    return model;
  }

  @Override
  public ModelCard card() {
    return model().card();
  }

  @Override
  public List<Tensor> run(Tensor input) {
    return model().run(input);
  }

  @Override
  public String device() {
    return model().device();
  }

  @Override
  public synchronized void close() {
    closed = true;
    if (loaded != null) {
      loaded.close();
    }
  }
}
