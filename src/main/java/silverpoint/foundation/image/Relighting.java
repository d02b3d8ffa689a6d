package silverpoint.foundation.image;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;
import static org.bytedeco.opencv.global.opencv_imgproc.bilateralFilter;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.opencv_core.Mat;

/** Gives a picture other light, as far as its eight bits allow; by OpenCV where that has it. */
public final class Relighting {
  private static final int LEVELS = 256;

  private Relighting() {}

  /** Linear light of an encoded value, both 0..1 (IEC 61966-2-1). */
  public static double linear(double encoded) {
    return encoded <= 0.04045 ? encoded / 12.92 : Math.pow((encoded + 0.055) / 1.055, 2.4);
  }

  /** The encoded value of linear light, both 0..1; brighter light is clipped. */
  public static double encoded(double linear) {
    double v = Math.clamp(linear, 0.0, 1.0);
    return v <= 0.0031308 ? 12.92 * v : 1.055 * Math.pow(v, 1 / 2.4) - 0.055;
  }

  /**
   * As if less stray light and so many times the light had fallen on the sensor.
   *
   * @param veil linear light that is taken from every pixel, after the channels' own gain
   * @param channels further gain of red, green and blue, before the veil is taken
   */
  public static RgbImage exposed(RgbImage image, double gain, double veil, double[] channels) {
    byte[][] tables = new byte[3][LEVELS];
    for (int c = 0; c < 3; c++) {
      for (int i = 0; i < LEVELS; i++) {
        double light = gain * (channels[c] * linear(i / 255.0) - veil);
        tables[c][i] = (byte) Math.round(255 * encoded(light));
      }
    }
    byte[] rgb = image.bytes().clone();
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = tables[i % 3][rgb[i] & 0xff];
    }
    return new RgbImage(image.width(), image.height(), rgb);
  }

  /**
   * Without noise: a bilateral filter (Tomasi and Manduchi 1998) keeps edges.
   *
   * @param sigmaPx reach
   * @param sigmaLevels values that differ by less are averaged, 0..255
   */
  public static RgbImage smoothed(RgbImage image, double sigmaPx, double sigmaLevels) {
    int diameter = 2 * (int) Math.ceil(2 * sigmaPx) + 1;
    try (BytePointer pixels = new BytePointer(image.bytes());
        Mat noisy = new Mat(image.height(), image.width(), CV_8UC3, pixels);
        Mat smooth = new Mat()) {
      bilateralFilter(noisy, smooth, diameter, sigmaLevels, sigmaPx);
      byte[] rgb = new byte[image.bytes().length];
      smooth.data().get(rgb);
      return new RgbImage(image.width(), image.height(), rgb);
    }
  }
}
