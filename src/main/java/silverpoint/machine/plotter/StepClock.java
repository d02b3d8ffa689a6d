package silverpoint.machine.plotter;

/** Seam: the time of the step executor. */
public interface StepClock {
  long nowNs();

  /** Returns at the given time or later, never before it. */
  void waitUntil(long timeNs);
}
