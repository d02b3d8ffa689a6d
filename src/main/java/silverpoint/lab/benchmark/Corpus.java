package silverpoint.lab.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import silverpoint.foundation.image.ImageException;
import silverpoint.foundation.image.ImageFiles;
import silverpoint.foundation.image.RgbImage;

/**
 * The pictures that candidates answer, in an order that only the seed decides.
 *
 * @param folder where they lie
 * @param pictures all files that look like pictures by name
 */
public record Corpus(Path folder, List<Picture> pictures) {
  public Corpus {
    pictures = List.copyOf(pictures);
  }

  /**
   * All picture files below a folder, shuffled.
   *
   * @param limit at most so many, the first of the shuffled ones; 0 for all
   */
  public static Corpus of(Path folder, long seed, int limit) {
    if (!Files.isDirectory(folder)) {
      throw new ImageException(folder + ": is no folder of pictures");
    }
    List<Picture> pictures = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      files
          .filter(Files::isRegularFile)
          .filter(file ->
              file.toString()
                  .toLowerCase(Locale.ROOT)
                  .matches(".*\\.(jpe?g|png|webp|tiff?|bmp|gif)"))
          .map(file -> folder.relativize(file).toString().replace('\\', '/'))
          .forEach(name -> pictures.add(Picture.below(folder, name)));
    } catch (IOException e) {
      throw new ImageException(folder + ": cannot be read: " + e.getMessage(), e);
    }
    if (pictures.isEmpty()) {
      throw new ImageException(folder + ": holds no pictures");
    }
    pictures.sort(Comparator.comparing(Picture::name));
    Collections.shuffle(pictures, new Random(seed));
    Corpus all = new Corpus(folder, pictures);
    return limit > 0 ? all.first(limit) : all;
  }

  /** At most so many pictures of it. */
  public Corpus first(int most) {
    return new Corpus(folder, pictures.subList(0, Math.min(most, pictures.size())));
  }

  /** The decoded picture; an {@link ImageException} says why there is none. */
  public static RgbImage decode(Picture picture) {
    try {
      return ImageFiles.decode(Files.readAllBytes(picture.file())).pixels();
    } catch (IOException e) {
      throw new ImageException("cannot be read: " + e.getMessage(), e);
    } catch (OutOfMemoryError e) {
      throw new ImageException("does not fit into memory", e);
    }
  }
}
