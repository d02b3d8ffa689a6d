package silverpoint.cli;

import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.LineNumberReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import silverpoint.cli.terminal.ExitCode;
import silverpoint.kiosk.access.AccessException;
import silverpoint.kiosk.access.AuditLog;
import silverpoint.kiosk.access.Pin;
import silverpoint.kiosk.access.Role;
import silverpoint.kiosk.access.StaffPins;

/** Sets the PIN of a staff role; asks for it without showing it, or reads it from a pipe. */
@Command(
    name = "staff-pin",
    description = {
      "Sets the PIN by which staff log in to the staff page, at least 6 digits.",
      "viewer watches, operator steers the booth, engineer also moves the motors and reads the"
          + " log, admin also sets PINs."
    },
    mixinStandardHelpOptions = true)
final class StaffPinCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Mixin private PlacesOptions places = new PlacesOptions();

  @Option(
      names = "--role",
      required = true,
      description = "viewer, operator, engineer or admin.",
      paramLabel = "ROLE")
  private Role role = Role.VIEWER;

  @Override
  public Integer call() throws IOException {
    StaffPins pins =
        new StaffPins(places.places().webState().resolve("staff-pins"), new SecureRandom());
    pins.set(role, new Pin(ask()));
    new AuditLog(places.places().auditLog(), InstantSource.system())
        .note("terminal", "set the PIN of " + role);
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    out.println("the PIN of " + role.name().toLowerCase(Locale.ROOT) + " is set");
    out.flush();
    return ExitCode.OK;
  }

  private static String ask() throws IOException {
    Console console = System.console();
    if (console == null || !console.isTerminal()) {
      String line =
          new LineNumberReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
      return line == null ? "" : line.strip();
    }
    char[] first = console.readPassword("PIN: ");
    char[] second = console.readPassword("the same again: ");
    if (!Arrays.equals(first, second)) {
      throw new AccessException("the two PINs differ; none is set");
    }
    return new String(first);
  }
}
