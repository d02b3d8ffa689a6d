package silverpoint.lab.corruption;

import java.util.random.RandomGenerator;
import silverpoint.foundation.image.GrayImage;
import silverpoint.foundation.image.Relighting;
import silverpoint.foundation.image.RgbImage;

/**
 * What a sensor makes of more, less or other light: works on linear light (IEC 61966-2-1), adds
 * shot and read noise, clips, and rounds to eight bits.
 */
final class Exposure {
  /** Electrons of a pixel that is just white: a small webcam sensor with its gain turned up. */
  private static final double FULL_WELL = 8000;

  private static final double READ_NOISE = 6;
  private static final int LEVELS = 256;
  private static final double[] LINEAR = new double[LEVELS];

  static {
    for (int i = 0; i < LEVELS; i++) {
      LINEAR[i] = Relighting.linear(i / 255.0);
    }
  }

  /** How much light falls on a pixel, compared with the photo, by channel (R, G, B). */
  @FunctionalInterface
  interface Light {
    double gain(int x, int y, int channel);
  }

  private Exposure() {}

  /** The photo in that light, as a noisy sensor sees it. */
  static RgbImage of(RgbImage photo, Light light, RandomGenerator random) {
    byte[] rgb = new byte[3 * photo.width() * photo.height()];
    int at = 0;
    for (int y = 0; y < photo.height(); y++) {
      for (int x = 0; x < photo.width(); x++) {
        for (int c = 0; c < 3; c++) {
          double electrons = FULL_WELL * LINEAR[photo.at(x, y, c)] * light.gain(x, y, c);
          double noisy =
              electrons + random.nextGaussian() * Math.sqrt(electrons + READ_NOISE * READ_NOISE);
          rgb[at++] = (byte) encoded(noisy / FULL_WELL);
        }
      }
    }
    return new RgbImage(photo.width(), photo.height(), rgb);
  }

  /**
   * The gain that brings the mean luma of the pixels with {@code weight} to {@code level}, 0..255.
   */
  static double gainFor(RgbImage photo, GrayImage weight, double level) {
    double low = 0;
    double high = 64;
    for (int i = 0; i < 24; i++) {
      double gain = (low + high) / 2;
      if (meanLuma(photo, weight, gain) < level) {
        low = gain;
      } else {
        high = gain;
      }
    }
    return (low + high) / 2;
  }

  private static double meanLuma(RgbImage photo, GrayImage weight, double gain) {
    int[] table = new int[LEVELS];
    for (int i = 0; i < LEVELS; i++) {
      table[i] = encoded(gain * LINEAR[i]);
    }
    double sum = 0;
    double area = 1e-9;
    for (int y = 0; y < photo.height(); y += 2) {
      for (int x = 0; x < photo.width(); x += 2) {
        double luma =
            0.299 * table[photo.at(x, y, 0)]
                + 0.587 * table[photo.at(x, y, 1)]
                + 0.114 * table[photo.at(x, y, 2)];
        sum += weight.at(x, y) * luma;
        area += weight.at(x, y);
      }
    }
    return sum / area;
  }

  private static int encoded(double linear) {
    return (int) Math.round(255 * Relighting.encoded(linear));
  }
}
