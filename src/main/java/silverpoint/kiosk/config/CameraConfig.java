package silverpoint.kiosk.config;

import java.nio.file.Path;
import silverpoint.kiosk.camera.CameraSettings;

/** Reads which camera the kiosk has, from {@code camera.yaml}. */
public final class CameraConfig {
  private CameraConfig() {}

  /**
   * @param directory the kiosk's configuration
   */
  public static CameraSettings load(Path directory) {
    return YamlFile.read(directory.resolve("camera.yaml"), CameraSettings.class);
  }
}
