package silverpoint.foundation.image;

import java.util.Arrays;
import silverpoint.foundation.geometry.Point;

/**
 * A grey raster of floats, usually 0..1, row by row. The centre of pixel (x, y) lies at (x + 0.5, y
 * + 0.5).
 *
 * <p>The values are shared, not copied: whoever builds an image hands its array over and writes to
 * it no more.
 */
public final class GrayImage {
  private final int width;
  private final int height;
  private final float[] values;

  public GrayImage(int width, int height, float[] values) {
    if (width < 1 || height < 1 || values.length != width * height) {
      throw new IllegalArgumentException(
          "bad grey image: " + width + " x " + height + " with " + values.length + " values");
    }
    this.width = width;
    this.height = height;
    this.values = values;
  }

  public int width() {
    return width;
  }

  public int height() {
    return height;
  }

  public float at(int x, int y) {
    return values[y * width + x];
  }

  /** The value at a pixel, the nearest one at the border for positions outside. */
  public float atClamped(int x, int y) {
    return values[Math.clamp(y, 0, height - 1) * width + Math.clamp(x, 0, width - 1)];
  }

  /** Bilinear value at a position in px; border values continue outside. */
  public double sample(Point p) {
    double x = p.x() - 0.5;
    double y = p.y() - 0.5;
    int x0 = (int) Math.floor(x);
    int y0 = (int) Math.floor(y);
    double tx = x - x0;
    double ty = y - y0;
    return (1 - ty) * ((1 - tx) * atClamped(x0, y0) + tx * atClamped(x0 + 1, y0))
        + ty * ((1 - tx) * atClamped(x0, y0 + 1) + tx * atClamped(x0 + 1, y0 + 1));
  }

  /** A copy of the values, row by row. */
  public float[] toArray() {
    return values.clone();
  }

  /** The same as a colour picture, 0 black, 1 white. */
  public RgbImage toRgb() {
    byte[] rgb = new byte[3 * values.length];
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = (byte) Math.round(255 * Math.clamp(values[i / 3], 0f, 1f));
    }
    return new RgbImage(width, height, rgb);
  }

  /** Pixels whose value is at least {@code threshold}. */
  public Mask atLeast(double threshold) {
    boolean[] set = new boolean[values.length];
    for (int i = 0; i < set.length; i++) {
      set[i] = values[i] >= threshold;
    }
    return new Mask(width, height, set);
  }

  /** The greatest value within a radius of each pixel: grey dilation by a disc. */
  public GrayImage highestWithin(double radiusPx) {
    int reach = (int) Math.floor(radiusPx);
    float[] highest = new float[values.length];
    Arrays.fill(highest, Float.NEGATIVE_INFINITY);
    float[] row = new float[width];
    for (int dy = -reach; dy <= reach; dy++) {
      int half = (int) Math.floor(Math.sqrt(radiusPx * radiusPx - dy * dy));
      for (int y = Math.max(0, -dy); y < Math.min(height, height - dy); y++) {
        System.arraycopy(values, (y + dy) * width, row, 0, width);
        for (int x = 0; x < width; x++) {
          float most = highest[y * width + x];
          for (int k = Math.max(0, x - half); k <= Math.min(width - 1, x + half); k++) {
            most = Math.max(most, row[k]);
          }
          highest[y * width + x] = most;
        }
      }
    }
    return new GrayImage(width, height, highest);
  }

  /** The greater value of both pictures, pixel by pixel. */
  public GrayImage max(GrayImage other) {
    float[] greater = values.clone();
    for (int i = 0; i < greater.length; i++) {
      greater[i] = Math.max(greater[i], other.values[i]);
    }
    return new GrayImage(width, height, greater);
  }

  /** Gaussian blur; borders continue outside. Sigma in px; 0 leaves the image as it is. */
  public GrayImage blurred(double sigmaPx) {
    if (!(sigmaPx >= 0)) {
      throw new IllegalArgumentException("sigma must be 0 px or more: " + sigmaPx);
    }
    if (sigmaPx == 0) {
      return this;
    }
    int radius = (int) Math.ceil(3 * sigmaPx);
    float[] kernel = new float[2 * radius + 1];
    float sum = 0;
    for (int i = -radius; i <= radius; i++) {
      kernel[i + radius] = (float) Math.exp(-i * i / (2 * sigmaPx * sigmaPx));
      sum += kernel[i + radius];
    }
    for (int i = 0; i < kernel.length; i++) {
      kernel[i] /= sum;
    }
    float[] rows = new float[values.length];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        float total = 0;
        for (int k = -radius; k <= radius; k++) {
          total += kernel[k + radius] * values[y * width + Math.clamp(x + k, 0, width - 1)];
        }
        rows[y * width + x] = total;
      }
    }
    float[] both = new float[values.length];
    for (int y = 0; y < height; y++) {
      for (int k = -radius; k <= radius; k++) {
        float weight = kernel[k + radius];
        int from = Math.clamp(y + k, 0, height - 1) * width;
        for (int x = 0; x < width; x++) {
          both[y * width + x] += weight * rows[from + x];
        }
      }
    }
    return new GrayImage(width, height, both);
  }
}
