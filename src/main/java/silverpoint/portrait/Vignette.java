package silverpoint.portrait;

import silverpoint.geometry.Affine;
import silverpoint.geometry.Point;
import silverpoint.image.GrayImage;
import silverpoint.image.RgbImage;

/**
 * Fades out towards the border of the crop and of the picture, so that shoulders run out instead of
 * being cut off.
 */
final class Vignette {
  /** Lines fade over this distance, px. */
  private static final double FADE_PX = 26;

  private Vignette() {}

  /** 1 where lines show in full, 0 at the borders and where there is no picture. */
  static GrayImage of(int width, int height, Affine cropToPicture, RgbImage picture) {
    double scale = cropToPicture.scale();
    float[] shown = new float[width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        Point at = cropToPicture.apply(new Point(x + 0.5, y + 0.5));
        double pictureEdge =
            Math.min(
                    Math.min(at.x(), picture.width() - at.x()),
                    Math.min(at.y(), picture.height() - at.y()))
                / scale;
        // the upper edge of the crop is air or hair, which needs no fading
        double cropEdge = Math.min(Math.min(x + 0.5, width - x - 0.5), height - y - 0.5);
        shown[y * width + x] =
            (float) Math.clamp(Math.min(pictureEdge, cropEdge) / FADE_PX, 0.0, 1.0);
      }
    }
    return new GrayImage(width, height, shown);
  }
}
