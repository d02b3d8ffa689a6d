package silverpoint.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import silverpoint.kiosk.app.Places;

/** Of which kiosk a command speaks: several on one computer have folders of their own. */
final class PlacesOptions {
  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec command;

  @Option(
      names = "--config",
      paramLabel = "DIR",
      description =
          "Folder of settings that go over the shipped ones, one file a room (default: that of this"
              + " computer's kiosk).")
  private @Nullable Path config;

  @Option(
      names = "--state",
      paramLabel = "DIR",
      description =
          "Folder of all that the kiosk remembers: position, measured values, history, PINs and keys"
              + " (default: that of this computer's kiosk).")
  private @Nullable Path state;

  Places places() {
    Places usual = Places.usual();
    if (config != null && !Files.isDirectory(config)) {
      throw new ParameterException(
          Objects.requireNonNull(command).commandLine(),
          "--config %s: there is no such folder".formatted(config));
    }
    return new Places(
        config == null ? usual.config() : config, state == null ? usual.state() : state);
  }
}
