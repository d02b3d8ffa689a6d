package silverpoint.cli;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import silverpoint.config.MachineProfile;
import silverpoint.config.MachineProfiles;
import silverpoint.config.Mounting;
import silverpoint.gpio.GpioChip;
import silverpoint.plotter.PacedClock;
import silverpoint.plotter.StepClock;
import silverpoint.plotter.VirtualClock;

/** Which machine a command drives: the simulated one, or real motors at the GPIO lines. */
final class MachineOptions {
  @Option(
      names = "--machine",
      paramLabel = "NAME",
      defaultValue = "classic",
      description = "Profile in kiosk-config/machines (default: ${DEFAULT-VALUE}).")
  private String name = "classic";

  @Option(
      names = "--gpio",
      description = "Drive real motors at the GPIO lines; without it, the simulated toy.")
  private boolean gpio;

  @Option(
      names = "--chip",
      paramLabel = "LABEL",
      description = "Label of the GPIO chip; without it, that of any Raspberry Pi.")
  private @Nullable String chip;

  @Option(
      names = "--state",
      paramLabel = "DIR",
      description = "Folder of the machine's position (default: kiosk-state).")
  private @Nullable Path state;

  @Option(
      names = "--pace",
      paramLabel = "N",
      description =
          "The simulated machine draws N times as fast as a real one (1: in real time); without it,"
              + " as fast as it is calculated.")
  @Within(least = 0.001, most = 1e6)
  private double pace = Double.POSITIVE_INFINITY;

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
    return gpio || pace == Double.POSITIVE_INFINITY ? 1 : pace;
  }

  private static StepClock clock(double pace) {
    if (pace == Double.POSITIVE_INFINITY) {
      return new VirtualClock();
    }
    return new PacedClock(pace);
  }

  String name() {
    return name;
  }

  boolean isReal() {
    return gpio;
  }

  List<String> chipLabels() {
    return chip == null ? GpioChip.RASPBERRY_PI : List.of(chip);
  }

  MachineProfile profile() {
    return new MachineProfiles(Places.machines()).load(name);
  }

  Path profileFile() {
    return Places.machines().resolve(name + ".yaml");
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
    return (state == null ? Places.state() : state).resolve(file);
  }
}
