package silverpoint.kiosk.booth;

/** Why a command does not fit; its name in lower case is the key of its translation. */
public enum Refusal {
  NOBODY_THERE("Nobody is in front of the camera."),
  SOMEBODY_THERE("Somebody is being served."),
  NOT_ASKED("Nobody is asked for consent."),
  NOTHING_TO_REVIEW("There is no sketch to look at."),
  NO_RETAKE_LEFT("All retakes are used."),
  NOT_DRAWING("Nothing is being drawn."),
  NOT_PAUSED("The drawing is not paused."),
  NO_SUCH_TICKET("No such ticket waits."),
  NO_PORTRAIT("There is no portrait on the page."),
  NO_ERASURE_ASKED("The toy need not be erased."),
  ALREADY_OPEN("The booth is open."),
  ALREADY_CLOSED("The booth is closed."),
  CLOSED("The booth is closed."),
  QUEUE_FULL("Enough people wait for their portraits."),
  NO_FAULT("There is no fault."),
  FAULT("A fault must be looked after first."),
  MACHINE_BUSY("The machine is busy."),
  MOTORS_TURN("The motors are turning; pause or cancel first."),
  PEOPLE_WAIT("People wait for their portraits; close the booth first."),
  UNKNOWN_NAME("There is nothing of that name."),
  NOT_CALIBRATING("No calibration is going on."),
  OTHER_QUESTION("That question is not asked at the moment."),
  NO_ANSWER("That cannot be the answer to the question."),
  NOT_HERE("This booth cannot do that."),
  FAILED("The booth failed at that; the log says more."),
  SILENT("The booth does not answer.");

  private final String text;

  Refusal(String text) {
    this.text = text;
  }

  /** For people, in English. */
  public String text() {
    return text;
  }
}
