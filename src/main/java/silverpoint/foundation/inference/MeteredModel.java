package silverpoint.foundation.inference;

import java.util.Arrays;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * A model that keeps the time it has run since {@link #restart}, and how long its latest uses took.
 */
public final class MeteredModel implements NeuralModel {
  private static final int LATEST = 1024;

  private final NeuralModel model;
  private final LongSupplier clockNs;
  private final long[] latestNs = new long[LATEST];
  private long elapsedNs;
  private long runs;

  public MeteredModel(NeuralModel model, LongSupplier clockNs) {
    this.model = model;
    this.clockNs = clockNs;
  }

  /** Time spent in {@link #run}, ns. */
  public synchronized long elapsedNs() {
    return elapsedNs;
  }

  /** Uses so far. */
  public synchronized long runs() {
    return runs;
  }

  /**
   * Time within which the share of the latest uses came back, by nearest rank, ms; 0 before any.
   */
  public synchronized double percentileMs(double share) {
    long[] sorted = Arrays.copyOf(latestNs, (int) Math.min(runs, LATEST));
    Arrays.sort(sorted);
    return sorted.length == 0
        ? 0
        : sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)] * 1e-6;
  }

  public synchronized void restart() {
    elapsedNs = 0;
  }

  @Override
  public List<Tensor> run(Tensor input) {
    long startNs = clockNs.getAsLong();
    try {
      return model.run(input);
    } finally {
      took(clockNs.getAsLong() - startNs);
    }
  }

  private synchronized void took(long ns) {
    elapsedNs += ns;
    latestNs[(int) (runs++ % LATEST)] = ns;
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
