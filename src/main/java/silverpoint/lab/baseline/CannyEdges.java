package silverpoint.lab.baseline;

import static org.bytedeco.opencv.global.opencv_core.CV_16SC1;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;
import static org.bytedeco.opencv.global.opencv_imgproc.Canny;
import static org.bytedeco.opencv.global.opencv_imgproc.GaussianBlur;
import static org.bytedeco.opencv.global.opencv_imgproc.Sobel;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.ShortPointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;
import silverpoint.foundation.image.GrayImage;
import silverpoint.foundation.image.RgbImage;

/**
 * Canny's edges (1986): OpenCV finds them with low thresholds, and each keeps the strength of its
 * gradient, so that any threshold can be set afterwards.
 */
public final class CannyEdges implements EdgeMethod {
  private static final double SIGMA_PX = 1.4;
  private static final double LOW = 20;
  private static final double HIGH = 50;

  /** Gradient of the strongest edge that blurred 8-bit pictures show. */
  private static final double STRONGEST = 600;

  @Override
  public GrayImage edges(RgbImage picture) {
    int width = picture.width();
    int height = picture.height();
    byte[] grey = new byte[width * height];
    float[] luma = picture.luma().toArray();
    for (int i = 0; i < grey.length; i++) {
      grey[i] = (byte) Math.round(255 * luma[i]);
    }
    short[] dx = new short[grey.length];
    short[] dy = new short[grey.length];
    byte[] line = new byte[grey.length];
    try (BytePointer pixels = new BytePointer(grey);
        Mat source = new Mat(height, width, CV_8UC1, pixels);
        Mat smooth = new Mat();
        Mat gradientX = new Mat();
        Mat gradientY = new Mat();
        Mat edges = new Mat();
        Size kernel = new Size(0, 0)) {
      GaussianBlur(source, smooth, kernel, SIGMA_PX);
      Sobel(smooth, gradientX, CV_16SC1, 1, 0);
      Sobel(smooth, gradientY, CV_16SC1, 0, 1);
      Canny(gradientX, gradientY, edges, LOW, HIGH, true);
      new ShortPointer(gradientX.data()).get(dx);
      new ShortPointer(gradientY.data()).get(dy);
      edges.data().get(line);
    }
    float[] soft = new float[grey.length];
    for (int i = 0; i < soft.length; i++) {
      soft[i] = line[i] == 0 ? 0 : (float) Math.min(1, Math.hypot(dx[i], dy[i]) / STRONGEST);
    }
    return new GrayImage(width, height, soft);
  }
}
