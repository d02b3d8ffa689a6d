package silverpoint.kiosk.config;

/** How the toy stands before its visitors. */
public enum Mounting {
  /** On its feet, the knobs below the screen. */
  LANDSCAPE,
  /**
   * Turned counterclockwise by a quarter, so that the page is higher than wide, the knobs at its
   * right; the lower left corner has become the lower right one.
   */
  PORTRAIT
}
