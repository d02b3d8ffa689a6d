package silverpoint.lab.accuracy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import silverpoint.foundation.image.GrayImage;
import silverpoint.foundation.image.ImageException;
import silverpoint.foundation.image.ImageFiles;
import silverpoint.foundation.image.RgbImage;

/** Soft edges that some program has left as grey pictures, white for a sure edge. */
final class EdgePictures {
  private EdgePictures() {}

  /**
   * Reads one, 0..1. Values that have no exact float are rounded down, so that a grey of a third
   * does not reach a threshold of a third; in the Berkeley benchmark it does not either.
   */
  public static GrayImage read(Path file) {
    RgbImage picture;
    try {
      picture = ImageFiles.decode(Files.readAllBytes(file)).pixels();
    } catch (IOException e) {
      throw new ImageException(file + " cannot be read: " + e.getMessage(), e);
    }
    float[] edges = new float[picture.width() * picture.height()];
    for (int i = 0; i < edges.length; i++) {
      double exact = picture.at(i % picture.width(), i / picture.width(), 0) / 255.0;
      float near = (float) exact;
      edges[i] = near > exact ? Math.nextDown(near) : near;
    }
    return new GrayImage(picture.width(), picture.height(), edges);
  }
}
