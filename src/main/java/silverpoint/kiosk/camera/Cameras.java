package silverpoint.kiosk.camera;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.LongSupplier;

/** The cameras that there are, by the word that chooses them. */
public final class Cameras {
  /** What can be chosen, for help texts and messages. */
  public static final String CHOICES =
      "auto (what is plugged in, else demo), demo, webcam, webcam:DEVICE, pi, a video file, a picture, or a folder of pictures";

  private static final String WEBCAM = "webcam";
  private static final String DEVICE = "/dev/";

  private Cameras() {}

  /** The settings with the source that {@code auto} means on this computer, at this moment. */
  public static CameraSettings attached(CameraSettings settings) {
    return settings.isAuto()
        ? settings.withSource(VideoDevices.ofThisComputer().source())
        : settings;
  }

  /**
   * The camera of the settings: {@code auto} (see {@link #attached}), {@code demo} (or {@code
   * demo:7} for another day), {@code webcam} (the first found), {@code webcam:/dev/v4l/by-id/...}
   * or just the device, {@code pi}, or the path of a video file, a picture or a folder of pictures.
   * Nothing is opened yet.
   *
   * @param clockNs a clock that runs in real time, for sources that must be paced
   * @throws CameraException for anything else
   */
  public static Camera named(CameraSettings settings, LongSupplier clockNs) {
    CameraSettings attached = attached(settings);
    return turned(asMounted(attached, clockNs), attached);
  }

  /** The same for measuring: a film is read as fast as it goes. */
  public static Camera unpaced(CameraSettings settings, LongSupplier clockNs) {
    CameraSettings attached = attached(settings);
    Camera camera = asMounted(attached, clockNs);
    return turned(
        camera instanceof VideoFileCamera
            ? VideoFileCamera.unpaced(Path.of(attached.source()))
            : camera,
        attached);
  }

  /** The program that reads the Raspberry Pi's camera, where it is installed. */
  public static Optional<Path> piProgram() {
    return PiCamera.installed(SearchPath.ofThisComputer());
  }

  private static Camera turned(Camera camera, CameraSettings settings) {
    return settings.isDemo() || settings.rotate() == 0 && !settings.flip()
        ? camera
        : new TurnedCamera(camera, settings.rotate() / 90, settings.flip());
  }

  private static Camera asMounted(CameraSettings settings, LongSupplier clockNs) {
    String source = settings.source();
    if (source.equals("demo") || source.matches("demo:\\d{1,9}")) {
      long seed = source.equals("demo") ? 1 : Long.parseLong(source.substring(5));
      return new DemoCamera(seed, clockNs);
    }
    if (source.equals("pi")) {
      return new PiCamera(SearchPath.ofThisComputer(), settings.size(), settings.light());
    }
    if (source.equals(WEBCAM) || source.startsWith(WEBCAM + ":") || source.startsWith(DEVICE)) {
      String device = source.replaceFirst("^" + WEBCAM + ":?", "");
      return new Webcam(
          VideoDevices.ofThisComputer(),
          device,
          settings.size(),
          settings.light(),
          SearchPath.ofThisComputer(),
          Webcam::ffmpeg);
    }
    Path path = Path.of(source);
    if (!Files.exists(path)) {
      throw new CameraException("there is no camera or file '" + source + "'; choose " + CHOICES);
    }
    return Files.isDirectory(path) || StillsCamera.isPicture(path)
        ? new StillsCamera(path, clockNs)
        : VideoFileCamera.realTime(path, clockNs);
  }
}
