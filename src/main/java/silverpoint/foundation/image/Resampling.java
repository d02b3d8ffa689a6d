package silverpoint.foundation.image;

import static org.bytedeco.opencv.global.opencv_core.BORDER_CONSTANT;
import static org.bytedeco.opencv.global.opencv_core.BORDER_REPLICATE;
import static org.bytedeco.opencv.global.opencv_core.CV_32FC1;
import static org.bytedeco.opencv.global.opencv_core.CV_64FC1;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_LINEAR;
import static org.bytedeco.opencv.global.opencv_imgproc.WARP_INVERSE_MAP;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;
import static org.bytedeco.opencv.global.opencv_imgproc.warpAffine;

import java.util.List;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;
import silverpoint.foundation.geometry.Affine;
import silverpoint.foundation.geometry.Box;
import silverpoint.foundation.geometry.Point;

/**
 * Cuts affine windows out of pictures, by OpenCV: area averages when it shrinks, bilinear
 * otherwise.
 */
public final class Resampling {
  /** What a window shows outside of the picture. */
  public enum Border {
    BLACK,
    REPLICATE
  }

  /** Shrinking by more than this is done by area averages first. */
  private static final double AREA_FROM = 1.2;

  private Resampling() {}

  /**
   * A window of {@code width} x {@code height} px.
   *
   * @param toSource from window px to {@code source} px
   */
  public static RgbImage window(
      RgbImage source, Affine toSource, int width, int height, Border border) {
    Region region = Region.seenBy(toSource, width, height, source.width(), source.height());
    byte[] cut = new byte[3 * region.width * region.height];
    for (int y = 0; y < region.height; y++) {
      System.arraycopy(
          source.bytes(),
          3 * ((region.y + y) * source.width() + region.x),
          cut,
          3 * y * region.width,
          3 * region.width);
    }
    try (BytePointer pixels = new BytePointer(cut);
        Mat mat = new Mat(region.height, region.width, CV_8UC3, pixels);
        Mat window = warp(mat, region, toSource, width, height, border)) {
      byte[] rgb = new byte[3 * width * height];
      window.data().get(rgb);
      return new RgbImage(width, height, rgb);
    }
  }

  /** A window of a grey picture; see the colour version. */
  public static GrayImage window(
      GrayImage source, Affine toSource, int width, int height, Border border) {
    Region region = new Region(0, 0, source.width(), source.height());
    try (FloatPointer pixels = new FloatPointer(source.toArray());
        Mat mat = new Mat(region.height, region.width, CV_32FC1, pixels);
        Mat window = warp(mat, region, toSource, width, height, border)) {
      float[] values = new float[width * height];
      new FloatPointer(window.data()).get(values);
      return new GrayImage(width, height, values);
    }
  }

  private static Mat warp(
      Mat source, Region region, Affine toSource, int width, int height, Border border) {
    double shrink = Math.max(1, toSource.scale());
    Mat small = source;
    double scaleX = 1;
    double scaleY = 1;
    boolean shrinks = shrink > AREA_FROM;
    if (shrinks) {
      int w = Math.max(1, (int) Math.round(region.width / shrink));
      int h = Math.max(1, (int) Math.round(region.height / shrink));
      small = new Mat();
      try (Size size = new Size(w, h)) {
        resize(source, small, size, 0, 0, INTER_AREA);
      }
      scaleX = (double) w / region.width;
      scaleY = (double) h / region.height;
    }
    // OpenCV puts pixel centres on whole numbers, we put them on halves
    Affine map =
        Affine.translation(0.5, 0.5)
            .then(toSource)
            .then(new Affine(scaleX, 0, 0, scaleY, -region.x * scaleX, -region.y * scaleY))
            .then(Affine.translation(-0.5, -0.5));
    Mat window = new Mat();
    try (DoublePointer rows =
            new DoublePointer(map.a(), map.c(), map.e(), map.b(), map.d(), map.f());
        Mat matrix = new Mat(2, 3, CV_64FC1, rows);
        Size size = new Size(width, height);
        Scalar black = new Scalar(0)) {
      int mode = border == Border.BLACK ? BORDER_CONSTANT : BORDER_REPLICATE;
      warpAffine(small, window, matrix, size, INTER_LINEAR | WARP_INVERSE_MAP, mode, black);
    } finally {
      if (shrinks) {
        small.close();
      }
    }
    return window;
  }

  /** The whole pixels of the source that a window can see. */
  private record Region(int x, int y, int width, int height) {
    static Region seenBy(
        Affine toSource, int width, int height, int sourceWidth, int sourceHeight) {
      Box seen =
          Box.around(
              List.of(
                  toSource.apply(new Point(0, 0)),
                  toSource.apply(new Point(width, 0)),
                  toSource.apply(new Point(0, height)),
                  toSource.apply(new Point(width, height))));
      double reach = 2 + 2 * toSource.scale();
      int left = (int) Math.clamp(Math.floor(seen.x() - reach), 0, sourceWidth - 1);
      int top = (int) Math.clamp(Math.floor(seen.y() - reach), 0, sourceHeight - 1);
      int right = (int) Math.clamp(Math.ceil(seen.right() + reach), left + 1, sourceWidth);
      int bottom = (int) Math.clamp(Math.ceil(seen.bottom() + reach), top + 1, sourceHeight);
      return new Region(left, top, right - left, bottom - top);
    }
  }
}
