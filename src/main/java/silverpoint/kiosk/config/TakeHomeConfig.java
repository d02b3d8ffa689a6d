package silverpoint.kiosk.config;

import java.nio.file.Path;
import silverpoint.kiosk.takehome.TakeHomeSettings;

/** Reads what guests take home, {@code take-home.yaml}. */
public final class TakeHomeConfig {
  private TakeHomeConfig() {}

  /**
   * @param folders of the configuration; later ones go over those before
   */
  public static TakeHomeSettings load(Path... folders) {
    return YamlFile.read(TakeHomeSettings.class, "take-home.yaml", folders);
  }
}
