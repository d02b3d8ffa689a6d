package silverpoint.lab.accuracy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import silverpoint.foundation.image.ImageException;
import silverpoint.foundation.image.ImageFiles;
import silverpoint.foundation.image.Mask;
import silverpoint.foundation.image.RgbImage;
import us.hebi.matlab.mat.format.Mat5;
import us.hebi.matlab.mat.types.Cell;
import us.hebi.matlab.mat.types.Matrix;

/**
 * The lines that people drew over pictures: a folder with a file a picture, of the same base name.
 * {@code .mat} files are MATLAB version 5 with the cell array {@code groundTruth} of the Berkeley
 * data set, a person a cell; {@code .png} files hold one person's lines, white on black.
 */
public record EdgeAnnotations(Path folder) {
  public EdgeAnnotations {
    if (!Files.isDirectory(folder)) {
      throw new ImageException(folder + ": is no folder of annotations");
    }
  }

  private static final double WHITE = 0.5;

  /** Whether somebody has drawn over a picture. */
  public boolean isAbout(Path picture) {
    String name = baseName(picture);
    return Stream.of(".mat", ".png")
        .anyMatch(end -> Files.isRegularFile(folder.resolve(name + end)));
  }

  /** The lines of every person for a picture, or empty when nobody has annotated it. */
  public Optional<List<Mask>> of(Path picture) {
    String name = baseName(picture);
    Path mat = folder.resolve(name + ".mat");
    if (Files.isRegularFile(mat)) {
      return Optional.of(readMat(mat));
    }
    Path png = folder.resolve(name + ".png");
    return Files.isRegularFile(png) ? Optional.of(List.of(readPng(png))) : Optional.empty();
  }

  private static List<Mask> readMat(Path file) {
    try {
      Cell cell = Mat5.readFromFile(file.toFile()).getCell("groundTruth");
      List<Mask> people = new ArrayList<>();
      for (int i = 0; i < cell.getNumElements(); i++) {
        people.add(mask(cell.getStruct(i).getMatrix("Boundaries")));
      }
      return List.copyOf(people);
    } catch (IOException | RuntimeException e) {
      throw new ImageException(
          file + " is no annotation of the Berkeley data set: " + e.getMessage(), e);
    }
  }

  private static Mask mask(Matrix boundaries) {
    int width = boundaries.getNumCols();
    int height = boundaries.getNumRows();
    boolean[] set = new boolean[width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        set[y * width + x] = boundaries.getDouble(y, x) != 0;
      }
    }
    return new Mask(width, height, set);
  }

  /** White pixels of a picture. */
  static Mask readPng(Path file) {
    try {
      RgbImage picture = ImageFiles.decode(Files.readAllBytes(file)).pixels();
      return picture.luma().atLeast(WHITE);
    } catch (IOException e) {
      throw new ImageException(file + " cannot be read: " + e.getMessage(), e);
    }
  }

  static String baseName(Path picture) {
    String name = picture.getFileName().toString();
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }
}
