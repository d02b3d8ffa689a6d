package silverpoint.picture.portrait;

import silverpoint.foundation.geometry.Affine;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.image.GrayImage;
import silverpoint.foundation.image.RgbImage;

/**
 * Fades out towards the border of the crop and of the picture, so that shoulders run out instead of
 * being cut off: at the bottom along an arc, as a bust does, since lines that all end at one height
 * look cut off however they fade.
 */
final class Vignette {
  /** Lines fade over this distance, px. */
  private static final double FADE_PX = 26;

  /** How much higher than in the middle the arc ends at the sides, as a share of the height. */
  private static final double SAG = 0.1;

  private Vignette() {}

  /** 1 where lines show in full, 0 at the borders and where there is no picture. */
  static GrayImage of(int width, int height, Affine cropToPicture, RgbImage picture) {
    double scale = cropToPicture.scale();
    float[] shown = new float[width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        double aside = 2 * (x + 0.5) / width - 1;
        double sag = SAG * height * aside * aside;
        Point at = cropToPicture.apply(new Point(x + 0.5, y + 0.5));
        double pictureEdge =
            Math.min(
                Math.min(at.x(), Math.min(at.y(), picture.width() - at.x())) / scale,
                (picture.height() - at.y()) / scale - sag);
        // the upper edge of the crop is air or hair, which needs no fading
        double cropEdge = Math.min(Math.min(x + 0.5, width - x - 0.5), height - y - 0.5 - sag);
        shown[y * width + x] =
            (float) Math.clamp(Math.min(pictureEdge, cropEdge) / FADE_PX, 0.0, 1.0);
      }
    }
    return new GrayImage(width, height, shown);
  }
}
