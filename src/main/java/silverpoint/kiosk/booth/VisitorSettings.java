package silverpoint.kiosk.booth;

import java.util.Optional;

/**
 * How long the booth waits for a guest, seconds.
 *
 * @param consentS for an answer; 5..300
 * @param handsFreeConsentS for which a guest who reads the notice stands well framed to agree
 *     without touching anything; 0 asks for a touch or the button; 0..30
 * @param framingS for a face that is well framed; 5..300
 * @param steadyS for which the face is well framed before the countdown; 0..5
 * @param countdownS 0..10
 * @param captureS for the camera's best frame; 1..30
 * @param sketchS for the pipeline; 2..300
 * @param reviewS before the sketch counts as accepted; 3..300
 * @param queuedS for which the promise is shown; 2..60
 * @param sorryS for which an apology is shown; 2..60
 * @param leftS without a face, after which the guest has gone; 1..60
 * @param retakes that a guest may ask for; 0..5
 * @param misses unusable pictures in one session; 1..10
 */
public record VisitorSettings(
    double consentS,
    double handsFreeConsentS,
    double framingS,
    double steadyS,
    double countdownS,
    double captureS,
    double sketchS,
    double reviewS,
    double queuedS,
    double sorryS,
    double leftS,
    int retakes,
    int misses) {
  /** For which guests who cannot touch anything must stay to agree. */
  static final double WITHOUT_HANDS_S = 4;

  public VisitorSettings {
    Bounds.check("consentS", consentS, 5, 300);
    Bounds.check("handsFreeConsentS", handsFreeConsentS, 0, 30);
    Bounds.check("framingS", framingS, 5, 300);
    Bounds.check("steadyS", steadyS, 0, 5);
    Bounds.check("countdownS", countdownS, 0, 10);
    Bounds.check("captureS", captureS, 1, 30);
    Bounds.check("sketchS", sketchS, 2, 300);
    Bounds.check("reviewS", reviewS, 3, 300);
    Bounds.check("queuedS", queuedS, 2, 60);
    Bounds.check("sorryS", sorryS, 2, 60);
    Bounds.check("leftS", leftS, 1, 60);
    Bounds.check("retakes", retakes, 0, 5);
    Bounds.check("misses", misses, 1, 10);
  }

  VisitorSettings handsFree(double afterS) {
    return new VisitorSettings(
        consentS,
        afterS,
        framingS,
        steadyS,
        countdownS,
        captureS,
        sketchS,
        reviewS,
        queuedS,
        sorryS,
        leftS,
        retakes,
        misses);
  }

  boolean handsFree() {
    return handsFreeConsentS > 0;
  }

  /** How long whoever is seen must stay to agree; empty where a touch is asked for. */
  public Optional<Double> staysToAgreeS(BoothState.Seen seen) {
    if (handsFree()) {
      return Optional.of(handsFreeConsentS);
    }
    return seen.canTouch() ? Optional.empty() : Optional.of(WITHOUT_HANDS_S);
  }
}
