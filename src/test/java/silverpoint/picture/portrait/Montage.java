package silverpoint.picture.portrait;

import java.util.List;
import silverpoint.foundation.geometry.Affine;
import silverpoint.foundation.image.GrayImage;
import silverpoint.foundation.image.Resampling;
import silverpoint.foundation.image.RgbImage;

/** Pictures of several people, set side by side. */
public final class Montage {
  private Montage() {}

  /**
   * One picture beside another in front of the same wall.
   *
   * @param zooms how large every picture is shown
   */
  public static RgbImage of(RgbImage picture, int heightPx, List<Double> zooms) {
    int widthPx = zooms.stream().mapToInt(zoom -> (int) (zoom * picture.width())).sum();
    RgbImage montage = new RgbImage(widthPx, heightPx, new byte[3 * widthPx * heightPx]);
    int left = 0;
    for (double zoom : zooms) {
      int width = (int) (zoom * picture.width());
      Affine toPicture =
          Affine.translation(-left, -(heightPx - zoom * picture.height()))
              .then(Affine.scaling(1 / zoom));
      RgbImage shown =
          Resampling.window(picture, toPicture, widthPx, heightPx, Resampling.Border.REPLICATE);
      float[] here = new float[widthPx * heightPx];
      for (int i = 0; i < here.length; i++) {
        int x = i % widthPx;
        here[i] = x >= left && x < left + width ? 1 : 0;
      }
      montage = shown.over(montage, new GrayImage(widthPx, heightPx, here));
      left += width;
    }
    return montage;
  }
}
