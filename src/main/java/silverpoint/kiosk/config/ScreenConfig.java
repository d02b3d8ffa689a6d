package silverpoint.kiosk.config;

import java.nio.file.Path;
import silverpoint.kiosk.web.visitor.ScreenSettings;

/** Reads what the visitor's screen offers, from {@code screen.yaml}. */
public final class ScreenConfig {
  private ScreenConfig() {}

  /**
   * @param folders of the configuration; later ones go over those before
   */
  public static ScreenSettings load(Path... folders) {
    return YamlFile.read(ScreenSettings.class, "screen.yaml", folders);
  }
}
