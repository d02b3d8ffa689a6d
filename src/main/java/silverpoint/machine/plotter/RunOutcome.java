package silverpoint.machine.plotter;

/** How a run of the motors ended. */
public enum RunOutcome {
  /** Every step was made. */
  FINISHED,
  /** The machine rests on the path and can go on. */
  HELD,
  /** The motors were released. */
  STOPPED
}
