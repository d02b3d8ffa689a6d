package silverpoint.machine.plotter;

import silverpoint.machine.motion.StepPlan;

/**
 * Seam: a machine that turns the knobs, be it real motors or simulated ones in real, in faster or
 * in virtual time. Drawing runs on the calling thread until the plan is done, held or stopped; any
 * other thread may meanwhile hold or stop the machine and look at its progress. When the machine
 * fails, drawing ends with a {@link PlotterException}; with a {@link NotBegunException} where it
 * has not begun to move.
 */
public interface Plotter extends AutoCloseable {
  /** Executes the whole plan, from where the machine stands. */
  default RunOutcome draw(StepPlan plan) {
    return draw(plan, 0);
  }

  /**
   * Goes on with a plan whose first events were made before, by this program or by an earlier one;
   * the stylus draws the same line as without the break.
   *
   * @param firstEvent how many events were made
   */
  RunOutcome draw(StepPlan plan, int firstEvent);

  /** Goes on with a held plan. */
  RunOutcome resume();

  /** Forgets the rest of a held plan. */
  void abandon();

  /**
   * From any thread: come to rest on the path. Before a drawing it holds that at its first step.
   */
  void hold();

  /**
   * From any thread: release the motors at once, also motors that rest; nothing is drawn until
   * {@link #rearm}. Does not throw.
   */
  void stop();

  /** Takes a stop back. */
  void rearm();

  /**
   * Unlocks electronics that have locked themselves, on the word of a person who has looked at the
   * machine; most never do.
   */
  default void unlock() {}

  /** Lets the motors settle, then switches them off until the next drawing. */
  void release();

  /** From any thread: how far the machine has come. */
  PlotProgress progress();

  /**
   * Goes on where the motors stood when the computer was last on: the phase of their coils.
   *
   * @param xSteps that the x motor had made in all
   * @param ySteps that the y motor had made in all
   */
  void turnedBefore(int xSteps, int ySteps);

  /** Releases the motors, in the middle of a drawing at once, and gives the lines back. */
  @Override
  void close();
}
