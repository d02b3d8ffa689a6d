package silverpoint.kiosk.config;

import java.util.Collections;
import silverpoint.foundation.geometry.Point;
import silverpoint.machine.driver.MotorDriver;
import silverpoint.machine.motion.MotionSettings;
import silverpoint.machine.plotfile.OutputSettings;
import silverpoint.machine.plotter.ControlPins;
import silverpoint.machine.simulator.ToySettings;
import silverpoint.picture.stroke.Page;

/**
 * One machine: the toy's page, where the stylus is homed and parked, how the motors move it, the
 * electronics that drive them, the simulated toy that stands in for the real one, and what other
 * machines expect of its lines. A profile on disk describes the toy on its feet, whatever its
 * mounting; {@link #mounted} says what that makes of page and axes.
 */
public record MachineProfile(
    Page page,
    Place home,
    Park park,
    MotionSettings motion,
    MotorDriver driver,
    ControlPins controls,
    ToySettings simulator,
    Mounting mounting,
    OutputSettings output) {
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
    if (page.widthMm() > simulator.screenWidthMm()
        || page.heightMm() > simulator.screenHeightMm()) {
      throw new IllegalArgumentException(
          "page of %s x %s mm is larger than the simulator's screen of %s x %s mm"
              .formatted(
                  page.widthMm(),
                  page.heightMm(),
                  simulator.screenWidthMm(),
                  simulator.screenHeightMm()));
    }
    for (Mounting any : Mounting.values()) {
      if (!page.drawableMm().contains(park.pointMm(any))) {
        throw new IllegalArgumentException(
            "park %s lies outside of the page's margin %s"
                .formatted(park.pointMm(any), page.drawableMm()));
      }
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
              home.turnedCounterclockwise(page),
              new Park(
                  park.landscape().turnedCounterclockwise(page),
                  park.portrait().turnedCounterclockwise(page)),
              motion.withAxes(motion.y(), motion.x().mirrored()),
              driver.turnedCounterclockwise(),
              controls,
              simulator.turnedCounterclockwise(),
              mounting,
              output);
    };
  }

  /** The same toy in another mounting; only for a profile that is not mounted. */
  public MachineProfile in(Mounting other) {
    return new MachineProfile(page, home, park, motion, driver, controls, simulator, other, output);
  }

  /** Where the stylus waits for the next line as the toy is mounted. */
  public Point parkMm() {
    return park.pointMm(mounting);
  }

  /** A place on the page. */
  public record Place(double xMm, double yMm) {
    public Point pointMm() {
      return new Point(xMm, yMm);
    }

    private Place turnedCounterclockwise(Page page) {
      return new Place(yMm, page.widthMm() - xMm);
    }
  }

  /**
   * Where the stylus waits while the toy is shaken: the picture, and with it what is near its ink,
   * depends on the mounting.
   */
  public record Park(Place landscape, Place portrait) {
    Point pointMm(Mounting mounting) {
      return switch (mounting) {
        case LANDSCAPE -> landscape.pointMm();
        case PORTRAIT -> portrait.pointMm();
      };
    }
  }
}
