package silverpoint.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import silverpoint.cli.terminal.ExitCode;
import silverpoint.cli.terminal.Within;
import silverpoint.kiosk.app.MachineChoice;
import silverpoint.kiosk.app.MachineSession;
import silverpoint.kiosk.app.Places;
import silverpoint.machine.gpio.GpioChip;

/** Which machine a command drives: the simulated one, or real motors at the GPIO lines. */
final class MachineOptions {
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
    return new MachineChoice(
        name, gpio, chip == null ? GpioChip.RASPBERRY_PI : List.of(chip), places.places(), pace);
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
