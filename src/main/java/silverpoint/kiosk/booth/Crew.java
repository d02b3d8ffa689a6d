package silverpoint.kiosk.booth;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/** Seam: camera, sketcher, machine and history, as the booth sees them. */
public interface Crew {
  /**
   * Begins what is asked; returns at once and does not throw.
   *
   * @param answers takes the events that follow, from any thread
   */
  void perform(BoothAction action, Consumer<BoothEvent> answers);

  /** Why this crew cannot do what the command asks for, whatever the state. */
  default Optional<Refusal> refusal(BoothCommand command) {
    return Optional.empty();
  }

  /** Takes the current from the motors, from any thread, without waiting for the booth's loop. */
  void cutMotors();

  /** Seconds of the planned motion that the motors have made; empty while nothing is drawn. */
  OptionalDouble drawnS();

  /** The key of the hint that helps the guest to be framed well; empty for none. */
  String hint();
}
