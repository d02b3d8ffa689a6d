package silverpoint.config;

/** How the toy stands before its visitors. */
public enum Mounting {
  /** On its feet, the knobs below the screen. */
  LANDSCAPE,
  /** Turned clockwise by a quarter, so that the page is higher than wide, the knobs at its left. */
  PORTRAIT
}
