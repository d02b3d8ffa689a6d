package silverpoint.lab.benchmark;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/** The times of the parts of one answer. For one thread. */
public final class StageClock {
  private final LongSupplier clockNs;
  private final Map<String, Long> stageNs = new LinkedHashMap<>();
  private String running = "";
  private long sinceNs;

  public StageClock(LongSupplier clockNs) {
    this.clockNs = clockNs;
  }

  /** One part ends, the next begins. */
  public void begin(String stage) {
    end();
    running = stage;
  }

  /** The last part ends. */
  public void end() {
    long nowNs = clockNs.getAsLong();
    if (!running.isEmpty()) {
      stageNs.merge(running, nowNs - sinceNs, Long::sum);
      running = "";
    }
    sinceNs = nowNs;
  }

  /** Adds a part that somebody else has timed. */
  public void add(String stage, long timeNs) {
    stageNs.merge(stage, timeNs, Long::sum);
  }

  /** By part, in the order of their first beginning. */
  public Map<String, Long> stageNs() {
    return Collections.unmodifiableMap(new LinkedHashMap<>(stageNs));
  }
}
