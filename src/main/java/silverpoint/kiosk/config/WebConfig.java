package silverpoint.kiosk.config;

import java.nio.file.Path;
import silverpoint.kiosk.web.WebSettings;

/** Reads the settings of the web server, {@code web.yaml}. */
public final class WebConfig {
  private WebConfig() {}

  /**
   * @param folder the kiosk's configuration
   */
  public static WebSettings load(Path folder) {
    return YamlFile.read(folder.resolve("web.yaml"), WebSettings.class);
  }
}
