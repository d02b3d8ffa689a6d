package silverpoint.kiosk.booth;

/** Why a command does not fit; its name in lower case is the key of its translation. */
public enum Refusal {
  NOBODY_THERE,
  SOMEBODY_THERE,
  NOT_ASKED,
  NOTHING_TO_REVIEW,
  NO_RETAKE_LEFT,
  NOT_DRAWING,
  NOT_PAUSED,
  NO_SUCH_TICKET,
  ALREADY_NEXT,
  NO_PORTRAIT,
  NO_ERASURE_ASKED,
  ALREADY_OPEN,
  ALREADY_CLOSED,
  CLOSED,
  QUEUE_FULL,
  NO_FAULT,
  FAULT,
  MACHINE_BUSY,
  MOTORS_TURN,
  PEOPLE_WAIT,
  UNKNOWN_NAME,
  NOT_CALIBRATING,
  OTHER_QUESTION,
  NO_ANSWER,
  NOT_HERE,
  FAILED,
  SILENT;
}
