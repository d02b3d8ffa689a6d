package silverpoint.inference;

import java.util.List;
import java.util.function.LongSupplier;

/** A model that keeps the time it has run since {@link #restart}. */
public final class MeteredModel implements NeuralModel {
  private final NeuralModel model;
  private final LongSupplier clockNs;
  private long elapsedNs;

  public MeteredModel(NeuralModel model, LongSupplier clockNs) {
    this.model = model;
    this.clockNs = clockNs;
  }

  /** Time spent in {@link #run}, ns. */
  public synchronized long elapsedNs() {
    return elapsedNs;
  }

  public synchronized void restart() {
    elapsedNs = 0;
  }

  @Override
  public synchronized List<Tensor> run(Tensor input) {
    long startNs = clockNs.getAsLong();
    try {
      return model.run(input);
    } finally {
      elapsedNs += clockNs.getAsLong() - startNs;
    }
  }

  @Override
  public ModelCard card() {
    return model.card();
  }

  @Override
  public String device() {
    return model.device();
  }

  @Override
  public void close() {
    model.close();
  }
}
