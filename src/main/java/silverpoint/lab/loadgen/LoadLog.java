package silverpoint.lab.loadgen;

import java.util.Arrays;

/**
 * What happened under load.
 *
 * <p>Latencies are in the order of arrival, each from the scheduled arrival to the answer.
 */
public final class LoadLog {
  private final Scenario scenario;
  private final long[] latenciesNs;
  private final long timeNs;
  private final boolean complete;

  LoadLog(Scenario scenario, long[] latenciesNs, long timeNs, boolean complete) {
    this.scenario = scenario;
    this.latenciesNs = latenciesNs;
    this.timeNs = timeNs;
    this.complete = complete;
  }

  public Scenario scenario() {
    return scenario;
  }

  public int queries() {
    return latenciesNs.length;
  }

  public double[] latenciesNs() {
    return Arrays.stream(latenciesNs).asDoubleStream().toArray();
  }

  /** From the first arrival to the last answer. */
  public long timeNs() {
    return timeNs;
  }

  /** Whether count and time were reached; else the longest time or somebody ended the load. */
  public boolean complete() {
    return complete;
  }

  public double samplesPerS() {
    return 1e9 * queries() * scenario.samplesPerQuery() / timeNs;
  }
}
