package silverpoint.kiosk.booth;

/** How a session ended. */
public enum Outcome {
  /** The portrait was finished. */
  DRAWN,
  /** The guest did not agree. */
  DECLINED,
  /** The guest went away. */
  LEFT,
  /** No usable picture. */
  NO_PICTURE,
  /** The sketch could not be made. */
  FAILED,
  /** Staff ended it. */
  CANCELLED,
  /** The machine could not draw it. */
  LOST,
  /** The program or the power died meanwhile; found at the next start. */
  INTERRUPTED
}
