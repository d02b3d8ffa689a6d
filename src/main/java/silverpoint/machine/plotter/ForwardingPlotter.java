package silverpoint.machine.plotter;

import silverpoint.machine.motion.StepPlan;

/** A plotter in front of another one, to which it hands on whatever it does not do itself. */
public abstract class ForwardingPlotter implements Plotter {
  private final Plotter motors;

  /**
   * @param motors this plotter alone drives them
   */
  public ForwardingPlotter(Plotter motors) {
    this.motors = motors;
  }

  @Override
  public RunOutcome draw(StepPlan plan, int firstEvent) {
    return motors.draw(plan, firstEvent);
  }

  @Override
  public RunOutcome resume() {
    return motors.resume();
  }

  @Override
  public void abandon() {
    motors.abandon();
  }

  @Override
  public void hold() {
    motors.hold();
  }

  @Override
  public void stop() {
    motors.stop();
  }

  @Override
  public void rearm() {
    motors.rearm();
  }

  @Override
  public void unlock() {
    motors.unlock();
  }

  @Override
  public void release() {
    motors.release();
  }

  @Override
  public PlotProgress progress() {
    return motors.progress();
  }

  @Override
  public void turnedBefore(int xSteps, int ySteps) {
    motors.turnedBefore(xSteps, ySteps);
  }

  @Override
  public void close() {
    motors.close();
  }
}
