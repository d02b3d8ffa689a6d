package silverpoint.cli;

import picocli.CommandLine.Option;
import silverpoint.cli.terminal.Within;
import silverpoint.foundation.inference.Device;
import silverpoint.foundation.inference.InferenceSettings;

/** How models run, as every command that measures or draws asks for it. */
final class EngineOptions {
  @Option(
      names = "--device",
      description = "Where models run: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private Device device = Device.AUTO;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads of the neural engine (default: ${DEFAULT-VALUE}).")
  @Within(least = 1, most = 1024)
  private int threads = 1;

  InferenceSettings settings() {
    return new InferenceSettings(device, threads);
  }
}
