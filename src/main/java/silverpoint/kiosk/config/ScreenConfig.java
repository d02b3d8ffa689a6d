package silverpoint.kiosk.config;

import java.nio.file.Path;
import silverpoint.kiosk.web.visitor.ScreenSettings;

/** Reads what the visitor's screen offers, from {@code screen.yaml}. */
public final class ScreenConfig {
  private ScreenConfig() {}

  /**
   * @param directory the kiosk's configuration
   */
  public static ScreenSettings load(Path directory) {
    return YamlFile.read(directory.resolve("screen.yaml"), ScreenSettings.class);
  }
}
