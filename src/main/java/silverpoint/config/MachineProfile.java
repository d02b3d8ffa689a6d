package silverpoint.config;

import java.util.Collections;
import silverpoint.geometry.Point;
import silverpoint.motion.MotionSettings;
import silverpoint.plotter.ControlPins;
import silverpoint.plotter.MotorDriver;
import silverpoint.plotter.ToySettings;
import silverpoint.stroke.Page;

/**
 * One machine: the toy's page, where the stylus stands at the start, how the motors move it, the
 * electronics that drive them, and the simulated toy that stands in for the real one.
 */
public record MachineProfile(
    Page page,
    Home home,
    MotionSettings motion,
    MotorDriver driver,
    ControlPins controls,
    ToySettings simulator) {
  public MachineProfile {
    driver.check(motion);
    if (!Collections.disjoint(driver.pins(), controls.pins())) {
      throw new IllegalArgumentException(
          "driver and controls use the same GPIO pin: "
              + driver.pins()
              + " and "
              + controls.pins());
    }
    if (!page.drawableMm().contains(home.pointMm())) {
      throw new IllegalArgumentException(
          "home " + home.pointMm() + " lies outside of the page's margin " + page.drawableMm());
    }
  }

  /** Where the stylus stands before it draws. */
  public record Home(double xMm, double yMm) {
    public Point pointMm() {
      return new Point(xMm, yMm);
    }
  }
}
