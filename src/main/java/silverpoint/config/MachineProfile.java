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
 * electronics that drive them, and the simulated toy that stands in for the real one. A profile on
 * disk describes the toy on its feet, whatever its mounting; {@link #mounted} says what that makes
 * of page and axes.
 */
public record MachineProfile(
    Page page,
    Home home,
    MotionSettings motion,
    MotorDriver driver,
    ControlPins controls,
    ToySettings simulator,
    Mounting mounting) {
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

  /**
   * The machine as it stands before its visitors: x goes to their right and y down, whichever knob
   * that is. This is the one place where the axes of page and toy are told apart; all stages see
   * the mounted machine only.
   *
   * @return for a toy on its feet, this
   */
  public MachineProfile mounted() {
    return switch (mounting) {
      case LANDSCAPE -> this;
      case PORTRAIT ->
          new MachineProfile(
              new Page(page.heightMm(), page.widthMm(), page.marginMm(), page.lineWidthMm()),
              new Home(home.yMm(), page.widthMm() - home.xMm()),
              motion.withAxes(motion.y(), motion.x().mirrored()),
              driver.turnedCounterclockwise(),
              controls,
              simulator.turnedCounterclockwise(),
              mounting);
    };
  }

  /** The same toy in another mounting; only for a profile that is not mounted. */
  public MachineProfile in(Mounting other) {
    return new MachineProfile(page, home, motion, driver, controls, simulator, other);
  }

  /** Where the stylus stands before it draws. */
  public record Home(double xMm, double yMm) {
    public Point pointMm() {
      return new Point(xMm, yMm);
    }
  }
}
