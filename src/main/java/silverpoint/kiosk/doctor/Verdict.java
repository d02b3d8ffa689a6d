package silverpoint.kiosk.doctor;

/** How bad a finding is, from the best to the worst. */
public enum Verdict {
  FINE,
  /** The kiosk runs, but not as well as it could. */
  WARNING,
  /** The kiosk as it is set up does not run. */
  BROKEN
}
