package silverpoint.machine.plotter;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Tells when drawings take longer than planned, and why that may be. Late steps shift all later
 * ones: the line is right, but guests wait.
 *
 * @param refused of what a thread that makes steps should have; with the cure
 * @param told why the last drawing took longer; empty when it did not
 */
record Punctuality(List<String> refused, Consumer<Optional<String>> told) {
  /** Less is lost in the system's other work, and nobody notices it. */
  private static final double NOTICED = 1.1;

  /** Shorter ones are jogs and ways to the next line, for which nobody waits. */
  private static final long SHORTEST_NS = 10_000_000_000L;

  void finished(long plannedNs, long tookNs) {
    if (plannedNs < SHORTEST_NS) {
      return;
    }
    try {
      tell((double) tookNs / plannedNs);
    } catch (RuntimeException | Error _) {
      // the drawing is finished, whether somebody listens or not
    }
  }

  private void tell(double ratio) {
    told.accept(
        ratio > NOTICED
            ? Optional.of(
                String.format(
                    Locale.ROOT,
                    "the last drawing took %.1f times as long as planned, since steps came late; %s",
                    ratio,
                    reason()))
            : Optional.empty());
  }

  private String reason() {
    return refused.isEmpty()
        ? "other programs keep this computer busy"
        : String.join("; ", refused);
  }
}
