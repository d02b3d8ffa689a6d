package silverpoint.lab.accuracy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import silverpoint.foundation.image.ImageException;

/**
 * The faces that people marked, by picture. Three kinds of file: {@code .txt} in WIDER FACE's
 * format (name, count, then lines of {@code x y w h blur expression illumination invalid occlusion
 * pose}), {@code .csv} with the header {@code file,x,y,width,height} and optionally the four key
 * points as {@code left_eye_x,left_eye_y,right_eye_x,right_eye_y,nose_x,nose_y,mouth_x,mouth_y},
 * and {@code .xml} of dlib's image data sets with 68 points or none.
 */
public final class FaceLabels {
  private final Map<String, List<FaceLabel>> byPicture;

  FaceLabels(Map<String, List<FaceLabel>> byPicture) {
    this.byPicture = Map.copyOf(byPicture);
  }

  /** Reads a file; an {@link ImageException} names the line at fault. */
  public static FaceLabels read(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    try {
      if (name.endsWith(".xml")) {
        return new FaceLabels(DlibXml.read(file));
      }
      List<String> lines = Files.readAllLines(file);
      return new FaceLabels(name.endsWith(".csv") ? FaceCsv.parse(lines) : WiderText.parse(lines));
    } catch (IOException e) {
      throw new ImageException(file + " cannot be read: " + e.getMessage(), e);
    } catch (IllegalArgumentException e) {
      throw new ImageException(file + ": " + e.getMessage(), e);
    }
  }

  /**
   * The faces of a picture, or empty when the file does not speak of it.
   *
   * @param path of the picture below its folder, with slashes; its last part is enough
   */
  public Optional<List<FaceLabel>> of(String path) {
    List<FaceLabel> exact = byPicture.get(path);
    if (exact != null) {
      return Optional.of(exact);
    }
    String last = path.substring(path.lastIndexOf('/') + 1);
    return byPicture.entrySet().stream()
        .filter(entry -> entry.getKey().substring(entry.getKey().lastIndexOf('/') + 1).equals(last))
        .map(Map.Entry::getValue)
        .findFirst();
  }
}
