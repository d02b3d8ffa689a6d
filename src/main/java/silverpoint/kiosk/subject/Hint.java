package silverpoint.kiosk.subject;

/** What a visitor is asked to do, as a pictogram and in words. */
public enum Hint {
  /** Nobody is there who could be drawn. */
  NOBODY,
  COME_CLOSER,
  STEP_BACK,
  /** The head is turned or bent too far. */
  LOOK_HERE,
  MORE_LIGHT,
  HOLD_STILL,
  /** The picture stays blurred though nobody moves: the lens is dirty or out of focus. */
  TOO_BLURRED,
  /** All is well. */
  READY
}
