package silverpoint.kiosk.config;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import silverpoint.kiosk.booth.BoothSettings;
import silverpoint.kiosk.camera.CameraSettings;
import silverpoint.kiosk.history.HistorySettings;
import silverpoint.kiosk.takehome.TakeHomeSettings;
import silverpoint.kiosk.web.WebSettings;
import silverpoint.kiosk.web.visitor.ScreenSettings;

/** The files of the shipped configuration, and the record that each of them fills. */
final class ConfigFiles {
  static final Path FOLDER = Path.of("kiosk-config");

  static final Map<String, Class<? extends Record>> TYPES =
      new TreeMap<>(
          Map.of(
              "booth.yaml", BoothSettings.class,
              "camera.yaml", CameraSettings.class,
              "history.yaml", HistorySettings.class,
              "screen.yaml", ScreenSettings.class,
              "take-home.yaml", TakeHomeSettings.class,
              "web.yaml", WebSettings.class));

  private ConfigFiles() {}
}
