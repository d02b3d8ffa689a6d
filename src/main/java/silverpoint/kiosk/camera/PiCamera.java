package silverpoint.kiosk.camera;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The Raspberry Pi's own camera, read by its program rpicam-vid (libcamera-vid on older systems).
 */
public final class PiCamera implements Camera {
  private static final String CURE =
      "switch the Pi off and look at both ends of the camera's ribbon cable";
  private static final List<String> PROGRAMS = List.of("rpicam-vid", "libcamera-vid");

  private final String searchPath;
  private final PictureSize size;

  /**
   * @param searchPath folders of programs, as in the variable PATH
   */
  public PiCamera(String searchPath, PictureSize size) {
    this.searchPath = searchPath;
    this.size = size;
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
  public Optional<Path> installed() {
    return PROGRAMS.stream().flatMap(this::onSearchPath).findFirst();
  }

  private Path program() {
    return installed()
        .orElseThrow(() ->
            new CameraException(
                name()
                    + ": rpicam-vid is not installed ('sudo apt-get install rpicam-apps'), or this is no"
                    + " Raspberry Pi"));
  }

  private Stream<Path> onSearchPath(String program) {
    return Arrays.stream(searchPath.split(File.pathSeparator))
        .map(folder -> Path.of(folder).resolve(program))
        .filter(Files::isExecutable);
  }

  private List<String> command(Path program) {
    return List.of(
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
        "-");
  }
}
