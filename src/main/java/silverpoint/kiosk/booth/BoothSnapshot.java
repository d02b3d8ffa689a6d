package silverpoint.kiosk.booth;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The booth at one moment, for pages. It holds no picture and no line.
 *
 * @param number grows with every change of the state
 * @param phase the booth in one word
 * @param at when this was so
 * @param since when the visitor's state began, or the machine's while nobody is at the camera
 * @param hint key of the hint to the guest; empty for none
 * @param progress of the drawing; empty while nothing is drawn
 * @param queue who waits, the next one first
 * @param told what those were told whose portrait is not done, the one on the toy first
 * @param faults what is wrong; the most hindering first
 * @param refused the commands that do not fit, by key, and why; all others fit
 */
public record BoothSnapshot(
    long number,
    BoothState state,
    Phase phase,
    Instant at,
    Instant since,
    String hint,
    Optional<Progress> progress,
    List<Waiting> queue,
    List<Told> told,
    List<Trouble> faults,
    Map<String, Refusal> refused) {
  public BoothSnapshot {
    queue = List.copyOf(queue);
    told = List.copyOf(told);
    faults = List.copyOf(faults);
    refused = Map.copyOf(refused);
  }

  /** Where an estimate comes from. */
  public enum Source {
    /** The planned motion alone. */
    PLANNED_MOTION,
    /** The planned motion, and how much longer this machine takes than planned. */
    LEARNED_PACE
  }

  /**
   * How far the drawing is.
   *
   * @param share of the planned motion that is done, 0..1
   * @param elapsedS since the start, pauses left out
   * @param leftS until the end, when it is not paused
   * @param doneAt clock time of the end
   */
  public record Progress(
      long session, double share, double elapsedS, double leftS, Instant doneAt, Source source) {}

  /**
   * A ticket that waits.
   *
   * @param style that its guest took
   * @param promisedAt when the guest was first told that the portrait is done
   * @param expectedAt when it is expected to be done, as far as is known at this moment
   */
  public record Waiting(
      long session, String style, double drawTimeS, Instant promisedAt, Instant expectedAt) {}

  /**
   * What a guest was told about the end of the portrait.
   *
   * @param firstAt when the sketch was accepted
   * @param latestAt as it stands; the same unless something came between
   */
  public record Told(long session, Instant firstAt, Instant latestAt) {}

  /** A fault, with what helps. */
  public record Trouble(FaultKind kind, String message, String cure, Instant since, int attempts) {}
}
