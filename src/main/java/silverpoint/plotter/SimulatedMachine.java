package silverpoint.plotter;

import silverpoint.geometry.Point;
import silverpoint.motion.MotionSettings;
import silverpoint.motion.StepPlan;

/**
 * The whole machine in software: the executor writes lines, the simulated driver reads them and
 * turns the knobs of the simulated toy. The clock decides whether it draws as fast as it is
 * calculated or at the pace of a real machine.
 */
public final class SimulatedMachine implements Plotter {
  private final SimulatedEtchASketch toy;
  private final SimulatedDriver driver;
  private final MotorPlotter motors;

  /**
   * @param clock virtual, or paced
   */
  public SimulatedMachine(
      MotorDriver driver,
      MotionSettings motion,
      ToySettings toySettings,
      Point homeMm,
      StepClock clock) {
    toy = new SimulatedEtchASketch(toySettings, homeMm);
    this.driver = driver.simulated(toy::step);
    StepSink sink = (bits, mask) -> this.driver.write(clock.nowNs(), bits, mask);
    motors = new MotorPlotter(driver, motion, sink, clock);
  }

  @Override
  public Outcome draw(StepPlan plan, int firstEvent) {
    return motors.draw(plan, firstEvent);
  }

  @Override
  public Outcome resume() {
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

  public SimulatedEtchASketch toy() {
    return toy;
  }

  public SimulatedDriver driver() {
    return driver;
  }
}
