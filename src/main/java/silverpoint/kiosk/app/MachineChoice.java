package silverpoint.kiosk.app;

import java.nio.file.Path;
import java.util.List;
import silverpoint.kiosk.config.ConfigException;
import silverpoint.kiosk.config.MachineProfile;
import silverpoint.kiosk.config.Mounting;
import silverpoint.machine.driver.GrblBoard;
import silverpoint.machine.plotter.PacedClock;
import silverpoint.machine.plotter.StepClock;
import silverpoint.machine.plotter.VirtualClock;

/**
 * Which machine is driven: the simulated one, or real motors, at the GPIO lines or behind a board
 * with GRBL, as its profile says.
 *
 * @param name of its profile
 * @param chipLabels one of them is that of the GPIO chip
 * @param places of the kiosk
 * @param pace how many times as fast as a real machine the simulated one draws; infinite for as
 *     fast as it is calculated
 */
public record MachineChoice(
    String name, boolean isReal, List<String> chipLabels, Places places, double pace) {
  /** Whether the profile is of a board with GRBL; not where it cannot be read. */
  public boolean isGrbl() {
    try {
      return profile().driver() instanceof GrblBoard;
    } catch (ConfigException e) {
      return false;
    }
  }

  /** The time of a simulated machine. */
  StepClock clock() {
    return clock(pace);
  }

  /** The time of a simulated machine that people watch: real time, unless a pace is given. */
  StepClock watchedClock() {
    return clock(pace == Double.POSITIVE_INFINITY ? 1 : pace);
  }

  /** How many times as fast as planned a machine that people watch draws. */
  double watchedPace() {
    return isReal || pace == Double.POSITIVE_INFINITY ? 1 : pace;
  }

  private static StepClock clock(double pace) {
    if (pace == Double.POSITIVE_INFINITY) {
      return new VirtualClock();
    }
    return new PacedClock(pace);
  }

  public MachineProfile profile() {
    return places.machines().load(name);
  }

  /** Of the machine in its mounting: steps that were counted along other axes say nothing. */
  Path positionFile() {
    return positionFile(profile().mounting());
  }

  /** Once the stylus moves, what was noted in another mounting is wrong. */
  void forgetOtherMountings() {
    Mounting mounting = profile().mounting();
    for (Mounting other : Mounting.values()) {
      if (other != mounting) {
        positionFile(other).toFile().delete();
      }
    }
  }

  private Path positionFile(Mounting mounting) {
    String file =
        switch (mounting) {
          case LANDSCAPE -> name + ".position";
          case PORTRAIT -> name + "-portrait.position";
        };
    return places.state().resolve(file);
  }
}
