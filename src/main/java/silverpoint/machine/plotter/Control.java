package silverpoint.machine.plotter;

/** A switch at the machine that people use. */
public enum Control {
  /** The start button. */
  START,
  /** The emergency stop, or its broken wire. */
  EMERGENCY_STOP,
  /** The toy is turned over to be erased. */
  TILT
}
