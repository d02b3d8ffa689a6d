package silverpoint.kiosk.booth;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything the booth knows: two tracks, the queue between them, and what is wrong. Times are
 * booth time: milliseconds that never jump.
 *
 * @param visitor what happens in front of the camera
 * @param machine what the machine does
 * @param queue sketches that wait for the machine, the next one first
 * @param open whether new guests are taken
 * @param seen the person in front of the camera
 * @param faults of other parts than the machine
 * @param pace how fast the machine turned out to be
 * @param downtime since when the machine cannot draw
 * @param faultsInARow faults of the machine since it finished a portrait or staff reset it
 * @param nextSession number of the next session
 */
public record BoothState(
    VisitorState visitor,
    MachineState machine,
    List<Ticket> queue,
    boolean open,
    Seen seen,
    Map<FaultKind, Fault> faults,
    LearnedPace pace,
    Downtime downtime,
    int faultsInARow,
    Counters counters,
    long nextSession) {
  /**
   * The person in front of the camera.
   *
   * @param track which face it is; 0 for none
   * @param canTouch whether it could touch the screen; the demo's guests cannot
   * @param lastMs booth time at which somebody was seen last
   * @param servedTrack the face of the last session, which is not asked again by itself
   */
  public record Seen(
      long track, boolean wellFramed, boolean canTouch, long lastMs, long servedTrack) {
    Seen served(long face) {
      return new Seen(track, wellFramed, canTouch, lastMs, face);
    }
  }

  public BoothState {
    queue = List.copyOf(queue);
    faults = faults.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(faults));
  }

  /**
   * The booth when the program begins.
   *
   * @param machine Ready, or what hinders it
   * @param firstSession number of the next session
   * @param pace what is known of the machine
   */
  public static BoothState begin(
      MachineState machine, long firstSession, LearnedPace pace, long nowMs) {
    return new BoothState(
        new VisitorState.Attract(nowMs),
        machine,
        List.of(),
        true,
        new Seen(0, false, true, nowMs, 0),
        Map.of(),
        pace,
        machine instanceof MachineState.Ready ? Downtime.NONE : Downtime.NONE.broken(nowMs),
        0,
        Counters.ZERO,
        firstSession);
  }

  /** The fault that keeps new guests away. */
  public Optional<Fault> hindrance() {
    return faults.values().stream()
        .filter(fault -> fault.kind().stopsVisitors())
        .findFirst()
        .or(this::machineFault);
  }

  /** What is wrong with the machine. */
  public Optional<Fault> machineFault() {
    return switch (machine) {
      case MachineState.Faulted(_, Fault fault) -> Optional.of(fault);
      case MachineState.Recovering(_, Fault fault) -> Optional.of(fault);
      case MachineState.OutOfService(_, Fault fault) -> Optional.of(fault);
      default -> Optional.empty();
    };
  }

  /** The one word for the booth as a whole. */
  public Phase phase() {
    return Phase.of(this);
  }
}
