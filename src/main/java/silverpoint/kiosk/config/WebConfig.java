package silverpoint.kiosk.config;

import java.nio.file.Path;
import silverpoint.kiosk.web.WebSettings;

/** Reads the settings of the web server, {@code web.yaml}. */
public final class WebConfig {
  private WebConfig() {}

  /**
   * @param folders of the configuration; later ones go over those before
   */
  public static WebSettings load(Path... folders) {
    return YamlFile.read(WebSettings.class, "web.yaml", folders);
  }
}
