package silverpoint.kiosk.history;

import java.time.Instant;
import java.util.Optional;

/**
 * One session as it is remembered. Times are clock times.
 *
 * @param number of the session
 * @param run of the program in which it began
 * @param ended empty while it goes on, and when nobody knows since it was interrupted
 * @param outcome DRAWN, LEFT and so on; empty while it goes on
 * @param queued when the guest accepted the sketch
 * @param promised when the guest was told at first that the portrait is done
 * @param retold how often another time was told
 * @param drawTimeS planned motion
 * @param startMs from the machine being asked to draw to the start of its motors; together with the
 *     figures' sketchMs, what a guest waits for the program
 * @param figures of the line
 */
public record SessionEntry(
    long number,
    long run,
    Instant began,
    Optional<Instant> ended,
    Optional<String> outcome,
    int retakes,
    Optional<Instant> queued,
    Optional<Instant> promised,
    int retold,
    Optional<Instant> drawStarted,
    Optional<Instant> drawEnded,
    double pausedS,
    int redraws,
    double drawTimeS,
    Optional<Double> startMs,
    Optional<LineFigures> figures) {

  /** How much later than promised the portrait was finished; negative for earlier. */
  public Optional<Double> promiseErrorS() {
    return drawEnded.flatMap(
        end -> promised.map(promise -> (end.toEpochMilli() - promise.toEpochMilli()) / 1000.0));
  }
}
