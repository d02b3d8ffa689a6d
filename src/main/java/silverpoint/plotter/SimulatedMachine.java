package silverpoint.plotter;

import silverpoint.geometry.Point;
import silverpoint.motion.MotionSettings;
import silverpoint.motion.StepPlan;

/**
 * The whole machine in software, in virtual time: the executor writes lines, the simulated driver
 * reads them and turns the knobs of the simulated toy.
 */
public final class SimulatedMachine implements Plotter {
  private final SimulatedEtchASketch toy;
  private final SimulatedDriver driver;
  private final MotorPlotter motors;

  public SimulatedMachine(
      MotorDriver driver, MotionSettings motion, ToySettings toySettings, Point homeMm) {
    VirtualClock clock = new VirtualClock();
    toy = new SimulatedEtchASketch(toySettings, homeMm);
    this.driver = driver.simulated(toy::step);
    StepSink sink = (bits, mask) -> this.driver.write(clock.nowNs(), bits, mask);
    motors = new MotorPlotter(driver, motion, sink, clock);
  }

  @Override
  public void draw(StepPlan plan) {
    motors.draw(plan);
  }

  /** The motors, to hold them and to release them. */
  public MotorPlotter motors() {
    return motors;
  }

  public SimulatedEtchASketch toy() {
    return toy;
  }

  public SimulatedDriver driver() {
    return driver;
  }
}
