package silverpoint.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import silverpoint.cli.terminal.ExitCode;
import silverpoint.cli.terminal.Within;
import silverpoint.kiosk.app.MachineChoice;
import silverpoint.kiosk.app.MachineSession;
import silverpoint.kiosk.app.Places;
import silverpoint.machine.gpio.GpioChip;

/**
 * Which machine a command drives: the simulated one, or real motors at the GPIO lines or behind a
 * board.
 */
final class MachineOptions {
  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec command;

  @Option(
      names = "--machine",
      paramLabel = "NAME",
      defaultValue = "classic",
      description = "Profile in the folder machines of the settings (default: ${DEFAULT-VALUE}).")
  private String name = "classic";

  @Option(
      names = "--gpio",
      description = "Drive real motors at the GPIO lines; without it, the simulated toy.")
  private boolean gpio;

  @Option(
      names = "--grbl",
      description = "Drive real motors behind the GRBL board that the profile names.")
  private boolean grbl;

  @Option(
      names = "--chip",
      paramLabel = "LABEL",
      description = "Label of the GPIO chip; without it, that of any Raspberry Pi.")
  private @Nullable String chip;

  @Mixin private PlacesOptions places = new PlacesOptions();

  @Option(
      names = "--pace",
      paramLabel = "N",
      description =
          "The simulated machine draws N times as fast as a real one (1: in real time); without it,"
              + " as fast as it is calculated.")
  @Within(least = 0.001, most = 1e6)
  private double pace = Double.POSITIVE_INFINITY;

  Places places() {
    return places.places();
  }

  public MachineChoice choice() {
    MachineChoice choice =
        new MachineChoice(
            name,
            gpio || grbl,
            chip == null ? GpioChip.RASPBERRY_PI : List.of(chip),
            places.places(),
            pace);
    if (gpio && choice.isGrbl()) {
      throw refusal("--gpio: the motors of %s are behind a GRBL board; give --grbl");
    }
    if (grbl && !choice.isGrbl()) {
      throw refusal(
          "--grbl: the profile of %s names no GRBL board; machine grbl does, or say driver.type: GRBL in it");
    }
    return choice;
  }

  private ParameterException refusal(String why) {
    return new ParameterException(
        Objects.requireNonNull(command).commandLine(), why.formatted(name));
  }

  /** Does one thing with the machine and prints what it says of it. */
  int tell(@Nullable CommandSpec spec, Function<MachineSession, String> task) {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    try (MachineSession session = MachineSession.open(choice(), out::println)) {
      out.println(task.apply(session));
      out.flush();
    }
    return ExitCode.OK;
  }
}
