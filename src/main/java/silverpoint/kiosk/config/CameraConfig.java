package silverpoint.kiosk.config;

import java.nio.file.Path;
import silverpoint.kiosk.camera.CameraSettings;

/** Reads which camera the kiosk has, from {@code camera.yaml}. */
public final class CameraConfig {
  private CameraConfig() {}

  /**
   * @param folders of the configuration; later ones go over those before
   */
  public static CameraSettings load(Path... folders) {
    return YamlFile.read(CameraSettings.class, "camera.yaml", folders);
  }
}
