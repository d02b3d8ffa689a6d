package silverpoint.config;

import java.nio.file.Path;
import silverpoint.booth.BoothSettings;

/** The kiosk's configuration, kiosk.yaml: composed of each room's own settings. */
public record KioskConfig(BoothSettings booth) {
  /** Reads the file; every key must be known and present. */
  public static KioskConfig read(Path file) {
    return YamlFile.read(file, KioskConfig.class);
  }
}
