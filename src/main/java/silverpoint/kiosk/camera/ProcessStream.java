package silverpoint.kiosk.camera;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import silverpoint.foundation.image.ImageException;
import silverpoint.foundation.image.ImageFiles;
import silverpoint.foundation.image.RgbImage;

/**
 * Pictures of a program that writes them as JPEG to its standard output. A camera whose driver
 * hangs holds the device until its process ends, so the device belongs to a process of its own:
 * killing it always lets go.
 */
final class ProcessStream implements CameraStream {
  /** So many damaged pictures in a row are no longer a passing disturbance. */
  private static final int MOST_BAD_PICTURES = 30;

  private static final int KEPT_ERROR_CHARS = 2_000;

  /** People read no longer line. */
  private static final int LONGEST_REASON_CHARS = 200;

  private final String name;
  private final UnaryOperator<String> advice;
  private final Process process;
  private final MjpegReader reader;
  private final StringBuilder said = new StringBuilder();
  private final Thread errors;

  private ProcessStream(String name, Process process, UnaryOperator<String> advice) {
    this.name = name;
    this.advice = advice;
    this.process = process;
    this.reader = new MjpegReader(process.getInputStream());
    this.errors = new Thread(this::keepErrors, "camera-messages");
    errors.setDaemon(true);
    errors.start();
  }

  /**
   * Starts the program.
   *
   * @param advice makes of the program's last words what a person is told
   * @throws CameraException when it cannot be started
   */
  static ProcessStream start(String name, List<String> command, UnaryOperator<String> advice) {
    try {
      return new ProcessStream(
          name,
          new ProcessBuilder(command).redirectInput(ProcessBuilder.Redirect.from(NOTHING)).start(),
          advice);
    } catch (IOException e) {
      throw new CameraException(
          name + ": " + command.getFirst() + " does not start: " + e.getMessage(), e);
    }
  }

  private static final File NOTHING = new File("/dev/null");

  @Override
  public RgbImage read() {
    int bad = 0;
    while (bad < MOST_BAD_PICTURES) {
      byte[] jpeg = nextJpeg();
      try {
        return ImageFiles.decode(jpeg).pixels();
      } catch (ImageException e) {
        bad++;
      } finally {
        Arrays.fill(jpeg, (byte) 0);
      }
    }
    throw new CameraException(name + ": " + advice.apply(bad + " damaged pictures in a row"));
  }

  private byte[] nextJpeg() {
    try {
      Optional<byte[]> jpeg = reader.next();
      if (jpeg.isPresent()) {
        return jpeg.get();
      }
    } catch (IOException e) {
      throw new CameraException(name + ": it was closed", e);
    }
    throw new CameraException(name + ": " + advice.apply(lastWords()));
  }

  /** What the program said at its end, the last line that is not empty. */
  private String lastWords() {
    try {
      errors.join(500);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    synchronized (said) {
      return said.toString()
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty())
          .reduce((first, second) -> second)
          .map(line -> line.substring(Math.max(0, line.length() - LONGEST_REASON_CHARS)))
          .orElse("it gave no reason");
    }
  }

  private void keepErrors() {
    try (InputStream in = process.getErrorStream()) {
      byte[] buffer = new byte[4096];
      int n = in.read(buffer);
      while (n >= 0) {
        synchronized (said) {
          said.append(new String(buffer, 0, n, StandardCharsets.UTF_8));
          said.delete(0, Math.max(0, said.length() - KEPT_ERROR_CHARS));
        }
        n = in.read(buffer);
      }
    } catch (IOException e) {
      // the program is gone, and with it what it could say
      return;
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
