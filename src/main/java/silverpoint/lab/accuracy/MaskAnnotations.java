package silverpoint.lab.accuracy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import silverpoint.foundation.image.ImageException;
import silverpoint.foundation.image.Mask;

/** Marked persons: a folder with a PNG a picture, of the same base name, white on black. */
public record MaskAnnotations(Path folder) {
  public MaskAnnotations {
    if (!Files.isDirectory(folder)) {
      throw new ImageException(folder + ": is no folder of annotations");
    }
  }

  /** Whether somebody has marked a picture. */
  public boolean isAbout(Path picture) {
    return Files.isRegularFile(file(picture));
  }

  private Path file(Path picture) {
    return folder.resolve(EdgeAnnotations.baseName(picture) + ".png");
  }

  /** The marked person of a picture, or empty when nobody has marked it. */
  public Optional<Mask> of(Path picture) {
    Path png = file(picture);
    return Files.isRegularFile(png) ? Optional.of(EdgeAnnotations.readPng(png)) : Optional.empty();
  }
}
