package silverpoint.kiosk.booth;

import java.util.EnumMap;
import java.util.Map;

/**
 * Counts since the program began.
 *
 * @param began sessions that began
 * @param ended sessions that ended, by outcome
 * @param retakes pictures that were taken again
 * @param faults that were noticed
 */
public record Counters(long began, Map<Outcome, Long> ended, long retakes, long faults) {
  static final Counters ZERO = new Counters(0, Map.of(), 0, 0);

  public Counters {
    ended = Map.copyOf(ended);
  }

  /** Sessions that ended so. */
  public long ended(Outcome outcome) {
    return ended.getOrDefault(outcome, 0L);
  }

  Counters plusBegun() {
    return new Counters(began + 1, ended, retakes, faults);
  }

  Counters plusEnded(Outcome outcome) {
    Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
    counts.putAll(ended);
    counts.merge(outcome, 1L, Long::sum);
    return new Counters(began, counts, retakes, faults);
  }

  Counters plusRetake() {
    return new Counters(began, ended, retakes + 1, faults);
  }

  Counters plusFault() {
    return new Counters(began, ended, retakes, faults + 1);
  }
}
