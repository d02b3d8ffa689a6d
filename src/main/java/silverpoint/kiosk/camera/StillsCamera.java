package silverpoint.kiosk.camera;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import silverpoint.foundation.image.RgbImage;

/** A folder of pictures, or one picture, as a camera: each is held for a while, then the next. */
final class StillsCamera implements Camera {
  private static final long FRAME_NS = 100_000_000;
  private static final int FRAMES_PER_PICTURE = 80;
  private static final List<String> SUFFIXES =
      List.of(".jpg", ".jpeg", ".png", ".webp", ".tif", ".tiff", ".bmp", ".gif");

  private final Path place;
  private final boolean folder;
  private final RealTimeWait pace;

  /**
   * @param place a folder or a picture
   * @param clockNs a clock that runs in real time
   */
  public StillsCamera(Path place, LongSupplier clockNs) {
    this.place = place;
    this.folder = Files.isDirectory(place);
    this.pace = new RealTimeWait(clockNs);
  }

  /** Whether the file's name is that of a picture. */
  static boolean isPicture(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    return SUFFIXES.stream().anyMatch(name::endsWith);
  }

  @Override
  public String name() {
    return (folder ? "pictures in " : "picture ") + place;
  }

  @Override
  public String cure() {
    return "see that "
        + place
        + (folder ? " holds pictures" : " is a picture")
        + " that can be read";
  }

  @Override
  public CameraStream open() {
    List<Path> files = files();
    if (files.isEmpty()) {
      throw new CameraException(name() + ": none there (" + String.join(", ", SUFFIXES) + ")");
    }
    return new Showing(files);
  }

  private List<Path> files() {
    if (!folder) {
      return List.of(place);
    }
    try (Stream<Path> entries = Files.list(place)) {
      return entries.filter(StillsCamera::isPicture).sorted().toList();
    } catch (IOException e) {
      throw new CameraException(name() + ": the folder is not there or cannot be read", e);
    }
  }

  private final class Showing implements CameraStream {
    private final List<Path> files;
    private long count;
    private long dueNs = pace.clockNs().getAsLong();
    private @Nullable RgbImage shown;
    private volatile boolean closed;

    Showing(List<Path> files) {
      this.files = files;
    }

    @Override
    public RgbImage read() {
      pace.until(dueNs, () -> closed);
      if (closed) {
        throw new CameraException(name() + ": it was closed");
      }
      dueNs = pace.clockNs().getAsLong() + FRAME_NS;
      RgbImage image = shown;
      if (image == null || count % FRAMES_PER_PICTURE == 0) {
        int index = (int) (count / FRAMES_PER_PICTURE % files.size());
        image = StillCamera.of(files.get(index)).capture().image();
        shown = image;
      }
      count++;
      return image;
    }

    @Override
    public void close() {
      closed = true;
    }
  }
}
