package silverpoint.kiosk.camera;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import silverpoint.foundation.image.ImageException;
import silverpoint.foundation.image.ImageFiles;
import silverpoint.foundation.image.Photo;
import silverpoint.foundation.image.RgbImage;
import silverpoint.sketch.Frame;

/** One picture: a file, or the portrait that comes with the kiosk. */
public final class StillCamera {
  private static final String DEMO = "/silverpoint/demo/eileen-collins.png";
  private static final String DEMO_MASK = "/silverpoint/demo/eileen-collins-mask.png";

  private final String name;
  private final Source source;

  private StillCamera(String name, Source source) {
    this.name = name;
    this.source = source;
  }

  public static StillCamera of(Path file) {
    return new StillCamera(file.toString(), () -> Files.readAllBytes(file));
  }

  /** Eileen Collins, NASA, public domain. */
  public static StillCamera demo() {
    return new StillCamera("the bundled portrait", () -> resource(DEMO));
  }

  /** Where she is in that portrait: white against black, half its size. */
  static RgbImage demoMask() {
    return new StillCamera("the bundled mask", () -> resource(DEMO_MASK)).capture().image();
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = StillCamera.class.getResourceAsStream(name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    }
  }

  /**
   * The picture.
   *
   * @throws CameraException when it cannot be read
   */
  public Frame capture() {
    Photo photo = photo();
    return new Frame(photo.pixels(), photo.scale(), 0);
  }

  private Photo photo() {
    try {
      return ImageFiles.decode(source.bytes());
    } catch (ImageException e) {
      throw new CameraException(name + ": " + e.getMessage(), e);
    } catch (NoSuchFileException e) {
      throw new CameraException(name + ": there is no such file", e);
    } catch (IOException e) {
      String what =
          Files.isDirectory(Path.of(name)) ? "is a folder, not a picture" : "cannot be read";
      throw new CameraException(name + ": " + what, e);
    }
  }

  private interface Source {
    byte[] bytes() throws IOException;
  }
}
