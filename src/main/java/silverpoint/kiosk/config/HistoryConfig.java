package silverpoint.kiosk.config;

import java.nio.file.Path;
import silverpoint.kiosk.history.HistorySettings;

/** Reads how long things are remembered, {@code history.yaml}. */
public final class HistoryConfig {
  private HistoryConfig() {}

  /**
   * @param folder the kiosk's configuration
   */
  public static HistorySettings load(Path folder) {
    return YamlFile.read(folder.resolve("history.yaml"), HistorySettings.class);
  }
}
