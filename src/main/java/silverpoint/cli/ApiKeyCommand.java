package silverpoint.cli;

import java.io.PrintWriter;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import silverpoint.cli.terminal.ExitCode;
import silverpoint.kiosk.access.ApiKeys;
import silverpoint.kiosk.access.AuditLog;
import silverpoint.kiosk.access.Role;

/** Makes and revokes the keys by which programs use the API. */
@Command(
    name = "api-key",
    description =
        "Makes a key for a program, such as a dashboard, an OctoPrint client or Prometheus, and"
            + " prints it once.",
    mixinStandardHelpOptions = true)
final class ApiKeyCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Mixin private PlacesOptions places = new PlacesOptions();

  @Parameters(paramLabel = "NAME", description = "Small letters, digits and hyphens.")
  private String name = "";

  @Option(
      names = "--role",
      description = "viewer watches, operator also steers (default: viewer).",
      paramLabel = "ROLE")
  private Role role = Role.VIEWER;

  @Option(names = "--revoke", description = "Forget the key instead.")
  private boolean revoke;

  @Override
  public Integer call() {
    ApiKeys keys = new ApiKeys(places.places().webState().resolve("api-keys"), new SecureRandom());
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    if (!revoke) {
      out.println(keys.make(name, role));
      note("made the API key %s of %s".formatted(name, role));
    } else if (keys.revoke(name)) {
      note("revoked the API key " + name);
      out.println("the key " + name + " is forgotten");
    } else {
      throw new ParameterException(
          spec.commandLine(),
          "there is no key '%s'; known: %s".formatted(name, String.join(", ", keys.names())));
    }
    out.flush();
    return ExitCode.OK;
  }

  private void note(String what) {
    new AuditLog(places.places().auditLog(), InstantSource.system()).note("terminal", what);
  }
}
