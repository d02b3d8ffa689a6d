package silverpoint.machine.plotter;

import silverpoint.machine.motion.StepPlan;

/**
 * How far a machine has come, at one moment.
 *
 * @param activity what the machine does
 * @param plan the plan that it draws or has drawn last; without events before the first one
 * @param eventsMade events of the plan that were made
 * @param positionCertain whether the motors stand where the events made put them; false after they
 *     were released at speed, since they may have lost steps
 */
public record PlotProgress(
    Activity activity, StepPlan plan, int eventsMade, boolean positionCertain) {
  /** What a machine does. */
  public enum Activity {
    /** It has drawn nothing so far, or forgotten it. */
    IDLE,
    /** Its motors turn, or slow down for a hold. */
    DRAWING,
    /** It rests on the path. */
    HELD,
    /** The plan is done. */
    FINISHED,
    /** The motors were released. */
    STOPPED
  }

  /** Planned time of the events that were made; a hold does not count. */
  public long madeNs() {
    return eventsMade == 0 ? 0 : plan.timeNs(eventsMade - 1);
  }

  /** From 0 to 1, by planned time. */
  public double share() {
    if (eventsMade == plan.size()) {
      return 1;
    }
    return madeNs() == 0 ? 0 : (double) madeNs() / plan.durationNs();
  }

  /** Planned time that is left, seconds. */
  public double leftS() {
    return (plan.durationNs() - madeNs()) * 1e-9;
  }
}
