package silverpoint.picture.tracing;

import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.image.GrayImage;

/**
 * Ink as a landscape: where its crests run, to a fraction of a pixel (Steger 1998). Across a crest
 * the second derivative is most negative and the first one vanishes.
 */
public final class RidgeField {
  /**
   * The landscape at a point.
   *
   * @param ink smoothed, 0 paper to 1 ink
   * @param along unit vector along the crest, either way
   * @param offsetPx from the point to the crest, across it: towards {@code along} turned clockwise
   * @param curvature second derivative across, negative on crests
   */
  record Sample(double ink, Point along, double offsetPx, double curvature) {
    Point across() {
      return new Point(-along.y(), along.x());
    }
  }

  private final GrayImage ink;
  private final GrayImage dx;
  private final GrayImage dy;
  private final GrayImage dxx;
  private final GrayImage dxy;
  private final GrayImage dyy;

  /**
   * @param sigmaPx smoothing before the derivatives
   */
  public RidgeField(GrayImage soft, double sigmaPx) {
    ink = soft.blurred(sigmaPx);
    int width = ink.width();
    int height = ink.height();
    float[][] d = new float[5][width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int i = y * width + x;
        float centre = ink.at(x, y);
        float left = ink.atClamped(x - 1, y);
        float right = ink.atClamped(x + 1, y);
        float up = ink.atClamped(x, y - 1);
        float down = ink.atClamped(x, y + 1);
        d[0][i] = (right - left) / 2;
        d[1][i] = (down - up) / 2;
        d[2][i] = left - 2 * centre + right;
        d[3][i] =
            (ink.atClamped(x + 1, y + 1)
                    - ink.atClamped(x - 1, y + 1)
                    - ink.atClamped(x + 1, y - 1)
                    + ink.atClamped(x - 1, y - 1))
                / 4;
        d[4][i] = up - 2 * centre + down;
      }
    }
    dx = new GrayImage(width, height, d[0]);
    dy = new GrayImage(width, height, d[1]);
    dxx = new GrayImage(width, height, d[2]);
    dxy = new GrayImage(width, height, d[3]);
    dyy = new GrayImage(width, height, d[4]);
  }

  int width() {
    return ink.width();
  }

  int height() {
    return ink.height();
  }

  boolean contains(Point point) {
    return point.x() >= 0 && point.y() >= 0 && point.x() < width() && point.y() < height();
  }

  double ink(int x, int y) {
    return ink.at(x, y);
  }

  Sample at(Point point) {
    double xx = dxx.sample(point);
    double xy = dxy.sample(point);
    double yy = dyy.sample(point);
    double angle = Math.atan2(2 * xy, xx - yy) / 2;
    Point along = new Point(Math.cos(angle), Math.sin(angle));
    double curvature = (xx + yy) / 2 - Math.hypot((xx - yy) / 2, xy);
    double slope = -along.y() * dx.sample(point) + along.x() * dy.sample(point);
    return new Sample(ink.sample(point), along, curvature < 0 ? -slope / curvature : 0, curvature);
  }
}
