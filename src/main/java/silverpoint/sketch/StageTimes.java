package silverpoint.sketch;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Runs the stages, tells of each when it begins, and takes its time; repeats of one add up. */
public final class StageTimes {
  private final LongSupplier clockNs;
  private final Consumer<Stage> progress;
  private final Map<Stage, Long> elapsedNs = new EnumMap<>(Stage.class);

  public StageTimes(LongSupplier clockNs, Consumer<Stage> progress) {
    this.clockNs = clockNs;
    this.progress = progress;
  }

  /** The product of a stage. */
  public <T> T of(Stage stage, Supplier<T> work) {
    if (!elapsedNs.containsKey(stage)) {
      progress.accept(stage);
    }
    long startNs = clockNs.getAsLong();
    T product = work.get();
    elapsedNs.merge(stage, clockNs.getAsLong() - startNs, Long::sum);
    return product;
  }

  /** Time that each stage took so far. */
  public Map<Stage, Long> elapsedNs() {
    return Collections.unmodifiableMap(new EnumMap<>(elapsedNs));
  }
}
