package silverpoint.kiosk.camera;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;

/** The cameras that staff may choose from while the kiosk runs, by the words of {@link Cameras}. */
public final class CameraShelf {
  private static final String DEMO = "demo";

  private final CameraSettings settings;
  private final Camera configured;
  private final LongSupplier clockNs;
  private final VideoDevices webcams = VideoDevices.ofThisComputer();

  /**
   * @param settings the camera that was configured, and the picture that any is asked for
   * @param clockNs a clock that runs in real time
   * @throws CameraException when the configured camera is none
   */
  public CameraShelf(CameraSettings settings, LongSupplier clockNs) {
    this.settings = settings;
    this.clockNs = clockNs;
    configured = Cameras.named(settings, clockNs);
  }

  /** The camera that was configured, whether it works or not. */
  public Camera configured() {
    return configured;
  }

  /** Those that are there: the configured one, webcams, the demo camera. */
  public List<String> names() {
    Set<String> names = new LinkedHashSet<>(List.of(settings.source()));
    webcams.list().forEach(device -> names.add(device.file().toString()));
    names.add(DEMO);
    return List.copyOf(names);
  }

  /** What sets the configured camera's pictures upright, see {@link CameraSettings#upright}. */
  public String upright(int quarters) {
    return settings.upright(quarters);
  }

  /** One of them; empty when it is none of them. */
  public Optional<Camera> camera(String name) {
    if (name.equals(settings.source())) {
      return Optional.of(configured);
    }
    return names().contains(name)
        ? Optional.of(Cameras.named(settings.withSource(name), clockNs))
        : Optional.empty();
  }
}
