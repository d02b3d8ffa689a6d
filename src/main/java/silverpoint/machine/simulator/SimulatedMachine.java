package silverpoint.machine.simulator;

import silverpoint.foundation.geometry.Point;
import silverpoint.machine.driver.MotorDriver;
import silverpoint.machine.motion.MotionSettings;
import silverpoint.machine.plotter.ForwardingPlotter;
import silverpoint.machine.plotter.MotorPlotter;
import silverpoint.machine.plotter.StepClock;
import silverpoint.machine.plotter.StepSink;

/**
 * The whole machine in software: the executor writes lines, the simulated driver reads them and
 * turns the knobs of the simulated toy. The clock decides whether it draws as fast as it is
 * calculated or at the pace of a real machine.
 */
public final class SimulatedMachine extends ForwardingPlotter {
  private final SimulatedEtchASketch toy;
  private final SimulatedDriver driver;

  /**
   * @param clock virtual, or paced
   */
  public SimulatedMachine(
      MotorDriver driver,
      MotionSettings motion,
      ToySettings toySettings,
      Point homeMm,
      StepClock clock) {
    SimulatedEtchASketch knobs = new SimulatedEtchASketch(toySettings, homeMm);
    SimulatedDriver lines = SimulatedDriver.of(driver, knobs::step);
    StepSink sink = (bits, mask) -> lines.write(clock.nowNs(), bits, mask);
    super(new MotorPlotter(driver, motion, sink, clock));
    toy = knobs;
    this.driver = lines;
  }

  public SimulatedEtchASketch toy() {
    return toy;
  }

  public SimulatedDriver driver() {
    return driver;
  }
}
