package silverpoint.camera;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;

/** The cameras that staff may choose from while the kiosk runs, by the words of {@link Cameras}. */
public final class CameraShelf {
  private static final String DEMO = "demo";
  private static final Path DEV = Path.of("/dev");

  private final CameraSettings settings;
  private final LongSupplier clockNs;
  private final VideoDevices webcams = new VideoDevices(DEV);

  /**
   * @param settings the camera that was configured, and the picture that any is asked for
   * @param clockNs a clock that runs in real time
   */
  public CameraShelf(CameraSettings settings, LongSupplier clockNs) {
    this.settings = settings;
    this.clockNs = clockNs;
  }

  /** Those that are there: the configured one, webcams, the demo camera. */
  public List<String> names() {
    Set<String> names = new LinkedHashSet<>(List.of(settings.source()));
    webcams.list().forEach(device -> names.add(device.file().toString()));
    names.add(DEMO);
    return List.copyOf(names);
  }

  /** One of them; empty when it is none of them. */
  public Optional<Camera> camera(String name) {
    return names().contains(name)
        ? Optional.of(Cameras.named(settings.withSource(name), clockNs))
        : Optional.empty();
  }
}
