package silverpoint.lab.accuracy;

import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.image.GrayImage;

/**
 * Non-maximum suppression of soft edges across their direction, which networks need before they are
 * cut at thresholds; edges come out thin. The direction follows from the second derivatives of the
 * smoothed picture (as in Dollar and Zitnick's structured edges 2015), by Gaussians instead of
 * triangles.
 */
public final class EdgeNms {
  private static final double SIGMA_PX = 1.6;

  /** A neighbour must be larger by this factor: plateaus stay, and thinning settles them. */
  private static final double TOLERANCE = 1.01;

  private EdgeNms() {}

  public static GrayImage thin(GrayImage edges) {
    int width = edges.width();
    int height = edges.height();
    GrayImage smooth = edges.blurred(SIGMA_PX);
    float[] kept = new float[width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        float here = edges.at(x, y);
        if (here > 0 && isCrest(edges, smooth, x, y)) {
          kept[y * width + x] = here;
        }
      }
    }
    return new GrayImage(width, height, kept);
  }

  private static boolean isCrest(GrayImage edges, GrayImage smooth, int x, int y) {
    double centre = smooth.at(x, y);
    double xx = smooth.atClamped(x - 1, y) - 2 * centre + smooth.atClamped(x + 1, y);
    double yy = smooth.atClamped(x, y - 1) - 2 * centre + smooth.atClamped(x, y + 1);
    double xy =
        (smooth.atClamped(x + 1, y + 1)
                + smooth.atClamped(x - 1, y - 1)
                - smooth.atClamped(x - 1, y + 1)
                - smooth.atClamped(x + 1, y - 1))
            / 4;
    // across the line curvature is strongest and negative
    double across = 0.5 * Math.atan2(2 * xy, xx - yy);
    double alongX =
        xx * Math.cos(across) * Math.cos(across)
            + yy * Math.sin(across) * Math.sin(across)
            + 2 * xy * Math.sin(across) * Math.cos(across);
    double alongY = xx + yy - alongX;
    double angle = alongX <= alongY ? across : across + Math.PI / 2;
    double dx = Math.cos(angle);
    double dy = Math.sin(angle);
    double here = edges.at(x, y) * TOLERANCE;
    return here >= edges.sample(new Point(x + 0.5 + dx, y + 0.5 + dy))
        && here >= edges.sample(new Point(x + 0.5 - dx, y + 0.5 - dy));
  }
}
