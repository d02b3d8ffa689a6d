package silverpoint.kiosk.config;

import java.nio.file.Path;
import silverpoint.kiosk.history.HistorySettings;

/** Reads how long things are remembered, {@code history.yaml}. */
public final class HistoryConfig {
  private HistoryConfig() {}

  /**
   * @param folders of the configuration; later ones go over those before
   */
  public static HistorySettings load(Path... folders) {
    return YamlFile.read(HistorySettings.class, "history.yaml", folders);
  }
}
