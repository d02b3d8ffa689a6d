package silverpoint.kiosk.config;

import java.nio.file.Path;
import silverpoint.kiosk.booth.BoothSettings;

/** Reads how long the booth waits for whom, {@code booth.yaml}. */
public final class BoothConfig {
  private BoothConfig() {}

  /**
   * @param folder the kiosk's configuration
   */
  public static BoothSettings load(Path folder) {
    return YamlFile.read(folder.resolve("booth.yaml"), BoothSettings.class);
  }
}
