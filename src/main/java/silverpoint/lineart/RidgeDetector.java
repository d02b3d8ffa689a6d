package silverpoint.lineart;

import java.util.ArrayDeque;
import silverpoint.geometry.Point;
import silverpoint.image.GrayImage;
import silverpoint.image.Mask;

/**
 * Finds the crests of soft lines: a pixel is on a ridge where the smoothed ink is largest across
 * the line, the direction of strongest negative curvature (Steger 1998); weak ridges stay only when
 * they hang on strong ones (Canny 1986).
 *
 * @param sigmaPx smoothing before the second derivatives
 * @param weak ink that a ridge must have
 * @param strong ink that some pixel of a connected ridge must have
 */
record RidgeDetector(double sigmaPx, double weak, double strong) {
  private static final double MIN_CURVATURE = 1e-3;

  /** The ridges, one pixel wide. */
  Mask ridges(GrayImage ink) {
    GrayImage smooth = ink.blurred(sigmaPx);
    int width = ink.width();
    int height = ink.height();
    boolean[] ridge = new boolean[width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        ridge[y * width + x] = ink.at(x, y) >= weak && isCrest(smooth, x, y);
      }
    }
    return Thinning.thin(hysteresis(ridge, ink));
  }

  private static boolean isCrest(GrayImage image, int x, int y) {
    double centre = image.at(x, y);
    double xx = image.atClamped(x - 1, y) - 2 * centre + image.atClamped(x + 1, y);
    double yy = image.atClamped(x, y - 1) - 2 * centre + image.atClamped(x, y + 1);
    double xy =
        (image.atClamped(x + 1, y + 1)
                - image.atClamped(x - 1, y + 1)
                - image.atClamped(x + 1, y - 1)
                + image.atClamped(x - 1, y - 1))
            / 4;
    double half = (xx - yy) / 2;
    double across = (xx + yy) / 2 - Math.hypot(half, xy);
    if (across > -MIN_CURVATURE) {
      return false;
    }
    double angle = Math.atan2(across - xx, xy);
    if (Math.abs(xy) < 1e-12) {
      angle = xx < yy ? 0 : Math.PI / 2;
    }
    double dx = Math.cos(angle);
    double dy = Math.sin(angle);
    return centre >= image.sample(new Point(x + 0.5 + dx, y + 0.5 + dy))
        && centre >= image.sample(new Point(x + 0.5 - dx, y + 0.5 - dy));
  }

  private Mask hysteresis(boolean[] ridge, GrayImage ink) {
    int width = ink.width();
    int height = ink.height();
    boolean[] kept = new boolean[ridge.length];
    ArrayDeque<Integer> queue = new ArrayDeque<>();
    for (int i = 0; i < ridge.length; i++) {
      if (ridge[i] && ink.at(i % width, i / width) >= strong) {
        kept[i] = true;
        queue.add(i);
      }
    }
    while (!queue.isEmpty()) {
      int at = queue.poll();
      for (int y = Math.max(0, at / width - 1); y <= Math.min(height - 1, at / width + 1); y++) {
        for (int x = Math.max(0, at % width - 1); x <= Math.min(width - 1, at % width + 1); x++) {
          int next = y * width + x;
          if (ridge[next] && !kept[next]) {
            kept[next] = true;
            queue.add(next);
          }
        }
      }
    }
    return new Mask(width, height, kept);
  }
}
