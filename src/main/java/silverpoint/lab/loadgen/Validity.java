package silverpoint.lab.loadgen;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import silverpoint.foundation.statistics.Distribution;

/**
 * Whether the figures of a load may be quoted.
 *
 * @param reasons why not; empty for a valid load
 * @param warnings what a reader should know of a valid one
 */
public record Validity(List<String> reasons, List<String> warnings) {
  private static final double WARN_SPREAD = 0.10;
  private static final double REFUSE_SPREAD = 0.25;
  private static final double SERVER_QUANTILE = 0.99;

  public Validity {
    reasons = List.copyOf(reasons);
    warnings = List.copyOf(warnings);
  }

  public boolean valid() {
    return reasons.isEmpty();
  }

  public static Validity of(LoadLog log, WarmUp warmUp) {
    List<String> reasons = new ArrayList<>();
    List<String> warnings = new ArrayList<>();
    if (!log.complete()) {
      reasons.add(
          String.format(
              Locale.ROOT,
              "ended after %d queries in %.1f s, before the least count and time",
              log.queries(),
              log.timeNs() / 1e9));
    }
    if (!warmUp.stable()) {
      reasons.add("the warm-up never became stable");
    }
    if (log.queries() > 0) {
      judge(log, Distribution.of(log.latenciesNs()), reasons, warnings);
    }
    return new Validity(reasons, warnings);
  }

  private static void judge(
      LoadLog log, Distribution latencies, List<String> reasons, List<String> warnings) {
    switch (log.scenario()) {
      case Scenario.SingleStream single -> judgeSpread(latencies, reasons, warnings);
      case Scenario.MultiStream multi -> judgeSpread(latencies, reasons, warnings);
      case Scenario.Server server -> {
        var p99 = latencies.quantile(SERVER_QUANTILE);
        if (p99.isEmpty()) {
          reasons.add(
              "p99 takes %d queries, there were %d"
                  .formatted(Distribution.samplesFor(SERVER_QUANTILE), latencies.count()));
        } else if (p99.getAsDouble() > server.boundNs()) {
          reasons.add(
              String.format(
                  Locale.ROOT,
                  "p99 of %.1f ms exceeds the bound of %.1f ms",
                  p99.getAsDouble() / 1e6,
                  server.boundNs() / 1e6));
        }
      }
      case Scenario.Offline offline -> {}
    }
  }

  private static void judgeSpread(
      Distribution latencies, List<String> reasons, List<String> warnings) {
    double spread = latencies.spread();
    String line =
        String.format(
            Locale.ROOT, "the middle half of the latencies spreads over %.0f %%", 100 * spread);
    if (spread > REFUSE_SPREAD) {
      reasons.add(
          line
              + " of the median: the machine is not quiet, or the pictures differ too much in size");
    } else if (spread > WARN_SPREAD) {
      warnings.add(line + " of the median");
    }
  }
}
