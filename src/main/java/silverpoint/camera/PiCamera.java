package silverpoint.camera;

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
  public CameraStream open() {
    return ProcessStream.start(name(), command(program()));
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
