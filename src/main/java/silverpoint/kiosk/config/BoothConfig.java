package silverpoint.kiosk.config;

import java.nio.file.Path;
import silverpoint.kiosk.booth.BoothSettings;

/** Reads how long the booth waits for whom, {@code booth.yaml}. */
public final class BoothConfig {
  private BoothConfig() {}

  /**
   * @param folders of the configuration; later ones go over those before
   */
  public static BoothSettings load(Path... folders) {
    return YamlFile.read(BoothSettings.class, "booth.yaml", folders);
  }
}
