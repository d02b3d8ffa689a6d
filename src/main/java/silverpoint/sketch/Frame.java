package silverpoint.sketch;

import silverpoint.foundation.image.RgbImage;

/**
 * One camera picture.
 *
 * @param image upright
 * @param scale px of the original for every px of {@code image}; 1 unless a huge picture was shrunk
 * @param capturedNs capture time on the camera's clock
 */
public record Frame(RgbImage image, double scale, long capturedNs) {
  public Frame {
    if (!(scale > 0)) {
      throw new IllegalArgumentException("scale must be positive: " + scale);
    }
  }
}
