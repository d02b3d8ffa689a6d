package silverpoint.kiosk.camera;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The Raspberry Pi's own camera, read by its program rpicam-vid (libcamera-vid on older systems).
 */
final class PiCamera implements Camera {
  private static final String CURE =
      "switch the Pi off and look at both ends of the camera's ribbon cable";
  private static final List<String> PROGRAMS = List.of("rpicam-vid", "libcamera-vid");

  private final SearchPath programs;
  private final PictureSize size;
  private final CameraLight light;

  PiCamera(SearchPath programs, PictureSize size, CameraLight light) {
    this.programs = programs;
    this.size = size;
    this.light = light;
  }

  @Override
  public String name() {
    return "Raspberry Pi camera";
  }

  @Override
  public String cure() {
    return CURE;
  }

  @Override
  public CameraStream open() {
    return ProcessStream.start(name(), command(program()), PiCamera::advice);
  }

  private static String advice(String reason) {
    if (reason.contains("in use by another process")
        || reason.contains("failed to acquire")
        || reason.contains("busy")) {
      return "another program uses it; close that one";
    }
    if (reason.contains("open any dma")) {
      return "no permission for its memory: " + VideoDevices.JOIN_GROUP;
    }
    if (reason.contains("allocat")) {
      return "there is no memory for its pictures; ask for smaller ones in camera.yaml";
    }
    return "it stopped: " + reason + "; when it does not come back, " + CURE;
  }

  /** The program where it is installed. */
  static Optional<Path> installed(SearchPath programs) {
    return PROGRAMS.stream().flatMap(program -> programs.find(program).stream()).findFirst();
  }

  private Path program() {
    return installed(programs)
        .orElseThrow(() ->
            new CameraException(
                name()
                    + ": rpicam-vid is not installed ('sudo apt-get install rpicam-apps'), or this is no"
                    + " Raspberry Pi"));
  }

  private List<String> command(Path program) {
    List<String> command = new ArrayList<>();
    command.addAll(
        List.of(
            program.toString(),
            "--timeout",
            "0",
            "--nopreview",
            "--verbose",
            "0",
            "--codec",
            "mjpeg",
            "--quality",
            "92",
            "--width",
            Integer.toString(size.widthPx()),
            "--height",
            Integer.toString(size.heightPx()),
            "--framerate",
            Integer.toString(size.framesPerS()),
            "--flush",
            "--output",
            "-"));
    if (light.mainsHz() > 0) {
      command.addAll(List.of("--flicker-period", 1_000_000 / (2 * light.mainsHz()) + "us"));
    }
    if (light.exposureMs() > 0) {
      command.addAll(List.of("--shutter", Long.toString(Math.round(1000 * light.exposureMs()))));
    }
    if (light.gain() > 0) {
      command.addAll(List.of("--gain", Double.toString(light.gain())));
    }
    if (light.whiteBalanceK() > 0) {
      command.addAll(List.of("--awb", light.lamp()));
    }
    return command;
  }
}
