package silverpoint.plotter;

import silverpoint.motion.MotionSettings;
import silverpoint.motion.StepPlan;
import silverpoint.plotter.StepExecutor.Outcome;

/**
 * Two motors behind a driver: executes step plans as writes to the driver's lines. {@link #draw}
 * returns when the plan is done, held or stopped; the other threads that see the buttons call
 * {@link #hold} and {@link #stop}.
 */
public final class MotorPlotter implements Plotter, AutoCloseable {
  private final MotorDriver driver;
  private final StepSink sink;
  private final StepClock clock;
  private final StepExecutor executor;
  private LineProgram program;
  private Outcome outcome = Outcome.FINISHED;
  private int xTurned;
  private int yTurned;

  public MotorPlotter(MotorDriver driver, MotionSettings motion, StepSink sink, StepClock clock) {
    this.driver = driver;
    this.sink = sink;
    this.clock = clock;
    double stepMm = 1 / Math.max(motion.x().stepsPerMm(), motion.y().stepsPerMm());
    executor = new StepExecutor(sink, clock, motion.startSpeedMmPerS(), stepMm);
    program = driver.program(StepPlan.of(0, 0, new long[0], new int[0], new int[0]), 0, 0);
  }

  @Override
  public void draw(StepPlan plan) {
    if (outcome == Outcome.HELD) {
      throw new IllegalStateException("the plan before is held; resume or abandon it");
    }
    program = driver.program(plan, xTurned, yTurned);
    run(0);
  }

  /** Goes on with a held plan. */
  public void resume() {
    if (outcome != Outcome.HELD) {
      throw new IllegalStateException("no plan is held");
    }
    executor.unhold();
    run(executor.next());
  }

  /** Forgets the rest of a held plan. */
  public void abandon() {
    executor.unhold();
    outcome = Outcome.FINISHED;
  }

  /**
   * Goes on where the motors stood when the computer was last on: the phase of their coils.
   *
   * @param xSteps that the x motor had made in all
   * @param ySteps that the y motor had made in all
   */
  public void turnedBefore(int xSteps, int ySteps) {
    xTurned = xSteps;
    yTurned = ySteps;
  }

  /** Steps that the x motor has made in all. */
  public int xTurned() {
    return xTurned;
  }

  /** Steps that the y motor has made in all. */
  public int yTurned() {
    return yTurned;
  }

  /** From any thread: come to rest on the path. */
  public void hold() {
    executor.hold();
  }

  /** From any thread: release the motors at once. */
  public void stop() {
    executor.stop();
  }

  /** Takes a stop back; until then nothing is drawn. */
  public void rearm() {
    executor.unstop();
  }

  /** How the last run ended. */
  public Outcome outcome() {
    return outcome;
  }

  /** Events of the last plan that were made. */
  public int eventsMade() {
    return program.eventsBefore(executor.next());
  }

  /** Whether the motors were stopped so fast that they may not stand where they should. */
  public boolean isPositionUncertain() {
    return executor.isPositionUncertain();
  }

  public Lateness lateness() {
    return executor.lateness();
  }

  /** Lets the motors settle, then switches them off. */
  @Override
  public void close() {
    if (outcome != Outcome.STOPPED) {
      clock.waitUntil(clock.nowNs() + driver.settleNs());
    }
    sink.write(driver.releasedBits(), driver.lineMask());
  }

  private void run(int from) {
    StepPlan plan = program.plan();
    int before = program.eventsBefore(from);
    outcome =
        executor.run(
            program, from, program.levelsBefore(from), driver.releasedBits(), driver.wakeNs());
    int after = eventsMade();
    xTurned += plan.xAfter(after) - plan.xAfter(before);
    yTurned += plan.yAfter(after) - plan.yAfter(before);
  }
}
