package silverpoint.machine.plotter;

import silverpoint.machine.driver.LineProgram;
import silverpoint.machine.driver.MotorDriver;
import silverpoint.machine.motion.MotionSettings;
import silverpoint.machine.motion.StepPlan;
import silverpoint.machine.plotter.PlotProgress.Activity;

/** Two motors behind a driver: executes step plans as writes to the driver's lines. */
public final class MotorPlotter implements Plotter {
  private final MotorDriver driver;
  private final StepSink sink;
  private final StepClock clock;
  private final StepExecutor executor;
  private volatile LineProgram program;
  private volatile Activity activity = Activity.IDLE;
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
  public RunOutcome draw(StepPlan plan, int firstEvent) {
    int xBefore = xTurned - plan.xAfter(firstEvent) + plan.xAfter(0);
    int yBefore = yTurned - plan.yAfter(firstEvent) + plan.yAfter(0);
    LineProgram wanted = driver.program(plan, xBefore, yBefore);
    int from = wanted.writeAfter(firstEvent);
    begin(wanted, from);
    return run(from);
  }

  private synchronized void begin(LineProgram wanted, int from) {
    if (activity == Activity.HELD) {
      throw new IllegalStateException("the plan before is held; resume or abandon it");
    }
    requireRest();
    activity = Activity.DRAWING;
    executor.startAt(from);
    program = wanted;
  }

  @Override
  public RunOutcome resume() {
    goOn();
    return run(executor.next());
  }

  private synchronized void goOn() {
    requireRest();
    if (activity != Activity.HELD) {
      throw new IllegalStateException("no plan is held");
    }
    activity = Activity.DRAWING;
    executor.unhold();
  }

  private void requireRest() {
    if (activity == Activity.DRAWING) {
      throw new IllegalStateException("another thread draws on this machine");
    }
  }

  @Override
  public synchronized void abandon() {
    if (activity == Activity.HELD) {
      executor.unhold();
      activity = Activity.IDLE;
    }
  }

  @Override
  public void hold() {
    executor.hold();
  }

  @Override
  public void stop() {
    executor.stop();
    // a drawing thread notices; nobody else would
    releaseAtRest();
  }

  @Override
  public void rearm() {
    executor.unstop();
  }

  @Override
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

  @Override
  public synchronized PlotProgress progress() {
    LineProgram current = program;
    int events = current.eventsBefore(Math.min(executor.next(), current.size()));
    return new PlotProgress(activity, current.plan(), events, !executor.isPositionUncertain());
  }

  public Lateness lateness() {
    return executor.lateness();
  }

  @Override
  public void release() {
    if (activity != Activity.STOPPED) {
      clock.waitUntil(clock.nowNs() + driver.settleNs());
    }
    releaseAtRest();
  }

  private synchronized void releaseAtRest() {
    if (activity != Activity.DRAWING) {
      sink.write(driver.releasedBits(), driver.lineMask());
    }
  }

  @Override
  public void close() {
    if (activity == Activity.DRAWING) {
      stop();
    } else {
      release();
    }
  }

  private RunOutcome run(int from) {
    StepPlan plan = program.plan();
    int before = program.eventsBefore(from);
    Activity after = Activity.STOPPED;
    try {
      RunOutcome outcome =
          executor.run(
              program,
              from,
              program.restLevelsBefore(from),
              driver.releasedBits(),
              driver.wakeNs());
      after =
          switch (outcome) {
            case FINISHED -> Activity.FINISHED;
            case HELD -> Activity.HELD;
            case STOPPED -> Activity.STOPPED;
          };
      if (outcome != RunOutcome.HELD) {
        // a hold was meant for the plan that has ended
        executor.unhold();
      }
      return outcome;
    } finally {
      int made = program.eventsBefore(executor.next());
      xTurned += plan.xAfter(made) - plan.xAfter(before);
      yTurned += plan.yAfter(made) - plan.yAfter(before);
      end(after);
    }
  }

  private synchronized void end(Activity after) {
    activity = after;
    if (after != Activity.STOPPED && executor.isStopped()) {
      // the stop came after the last look at it
      releaseAtRest();
    }
  }
}
