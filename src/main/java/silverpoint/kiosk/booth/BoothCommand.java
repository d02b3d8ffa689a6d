package silverpoint.kiosk.booth;

import java.util.Optional;

/**
 * What people ask of the booth; {@link BoothTransitions#refusal} says when it does not fit. The
 * nested interfaces are who may ask.
 */
public sealed interface BoothCommand {
  /** The command's name in the API and on pages: lower-case words joined by hyphens. */
  default String key() {
    return keyOf(getClass());
  }

  /** The name of all commands of a kind. */
  static String keyOf(Class<? extends BoothCommand> kind) {
    return WireName.Of.kind(kind);
  }

  /** Guests, at the screen or the button. */
  sealed interface ByVisitor extends BoothCommand {}

  /** Booth staff. */
  sealed interface ByStaff extends BoothCommand {}

  /** Whoever sets the machine up. */
  sealed interface ByEngineer extends BoothCommand {}

  /** What turns the knobs outside of a drawing. */
  sealed interface Service extends ByEngineer {}

  /** The one button: begin, agree or accept, whatever comes next. */
  @WireName("press")
  record Press() implements ByVisitor {}

  /** The guest agrees to be drawn. */
  @WireName("agree")
  record Agree(boolean keepLineArt) implements ByVisitor {}

  /** The guest does not want to be drawn after all. */
  @WireName("decline")
  record Decline() implements ByVisitor {}

  @WireName("accept")
  record Accept() implements ByVisitor {}

  /** The guest wants to see another of the drawings that are offered; silence takes it then. */
  @WireName("choose-drawing")
  record ChooseDrawing(String style) implements ByVisitor {}

  @WireName("retake")
  record Retake() implements ByVisitor {}

  /** Whoever looks at the finished portrait says whether it is liked; once. */
  @WireName("rate")
  record Rate(boolean liked) implements ByVisitor {}

  /** Goes to the next step at once. */
  @WireName("start-now")
  record StartNow() implements ByStaff {}

  @WireName("pause")
  record Pause() implements ByStaff {}

  @WireName("resume")
  record Resume() implements ByStaff {}

  /** Ends the session in front of the camera. */
  @WireName("skip")
  record Skip() implements ByStaff {}

  /** Takes a ticket out of the queue. */
  @WireName("drop")
  record Drop(long session) implements ByStaff {}

  /** Has a ticket change places with the one before it in the queue. */
  @WireName("bring-forward")
  record BringForward(long session) implements ByStaff {}

  /** Gives up the drawing. */
  @WireName("cancel")
  record Cancel() implements ByStaff {}

  /** Draws the portrait on the page again, once the toy is erased. */
  @WireName("redraw")
  record Redraw() implements ByStaff {}

  @WireName("confirm-erased")
  record ConfirmErased() implements ByStaff {}

  /** Takes no new guests; who waits is drawn. */
  @WireName("close")
  record Close() implements ByStaff {}

  @WireName("open")
  record Open() implements ByStaff {}

  /** The fault is looked after: try again. */
  @WireName("reset")
  record Reset() implements ByStaff {}

  /** Takes all current from the motors at once; never refused. */
  @WireName("emergency-stop")
  record EmergencyStop() implements ByVisitor {}

  /** Forgets every line and picture in memory and every line that was kept; never refused. */
  @WireName("erase-everything")
  record EraseEverything() implements ByStaff {}

  /** Takes the current from resting motors. */
  @WireName("motors-off")
  record MotorsOff() implements ByStaff {}

  /** Line art in the style and no other, from the next guest on. */
  @WireName("choose-style")
  record ChooseStyle(String style) implements ByStaff {}

  /** Guests choose among styles, the usual one first, from the next guest on. */
  @WireName("let-guests-choose")
  record LetGuestsChoose() implements ByStaff {}

  /** The longest drawing, from the next guest on. */
  @WireName("limit-draw-time")
  record LimitDrawTime(double maxDrawTimeS) implements ByStaff {
    public LimitDrawTime {
      if (!(maxDrawTimeS >= 10 && maxDrawTimeS <= 3600)) {
        throw new IllegalArgumentException("maxDrawTimeS must lie in 10..3600: " + maxDrawTimeS);
      }
    }
  }

  @WireName("choose-camera")
  record ChooseCamera(String camera) implements ByEngineer {}

  /** Moves the stylus by hand; afterwards it stands nowhere for certain. */
  @WireName("jog")
  record Jog(double xMm, double yMm) implements Service {
    public Jog {
      if (!(Math.abs(xMm) <= 200 && Math.abs(yMm) <= 200)) {
        throw new IllegalArgumentException(
            "xMm and yMm must lie in -200..200: " + xMm + ", " + yMm);
      }
    }
  }

  /** The stylus stands at the corner that the profile calls home. */
  @WireName("declare-home")
  record DeclareHome() implements Service {}

  @WireName("test-pattern")
  record TestPattern() implements Service {}

  @WireName("calibrate")
  record Calibrate() implements Service {}

  /**
   * What somebody at the toy says to a question of the calibration.
   *
   * @param question its number; another one is refused
   * @param number empty where the question takes none
   */
  @WireName("answer-calibration")
  record AnswerCalibration(long question, Optional<Double> number) implements ByEngineer {}

  /** Ends the calibration; nothing of it is kept. */
  @WireName("end-calibration")
  record EndCalibration() implements ByEngineer {}
}
