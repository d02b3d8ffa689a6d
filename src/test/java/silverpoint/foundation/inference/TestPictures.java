package silverpoint.foundation.inference;

import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_COLOR;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imread;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_BGR2RGB;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_LINEAR;
import static org.bytedeco.opencv.global.opencv_imgproc.cvtColor;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import java.util.Random;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Size;

/** Pictures as the nets take them: 1x3xNxN, NCHW, RGB. */
public final class TestPictures {
  /** A portrait of 512x512 px, public domain. */
  private static final String PORTRAIT = "src/main/resources/silverpoint/demo/eileen-collins.png";

  private TestPictures() {}

  /** The whole portrait, 512x512 px, resampled and scaled to the range of the card. */
  public static Tensor portrait(ModelCard card) {
    return portrait(card, 0, 0, 512);
  }

  /** A square of the portrait, in px, resampled and scaled to the range of the card. */
  public static Tensor portrait(ModelCard card, int x, int y, int side) {
    int size = card.input().shape().get(3).intValue();
    try (Mat picture = imread(PORTRAIT, IMREAD_COLOR);
        Rect square = new Rect(x, y, side, side);
        Mat crop = new Mat(picture, square);
        Mat small = new Mat();
        Size target = new Size(size, size)) {
      resize(crop, small, target, 0, 0, INTER_LINEAR);
      cvtColor(small, small, COLOR_BGR2RGB);
      byte[] rgb = new byte[3 * size * size];
      small.data().get(rgb);
      float[] values = new float[rgb.length];
      for (int i = 0; i < size * size; i++) {
        for (int c = 0; c < 3; c++) {
          values[c * size * size + i] = scaled(card, Byte.toUnsignedInt(rgb[3 * i + c]) / 255.0);
        }
      }
      return new Tensor(values, 1, 3, size, size);
    }
  }

  /** Independent random pixels over the range of the card. */
  public static Tensor noise(ModelCard card, long seed) {
    Random random = new Random(seed);
    long[] shape = card.input().shape().stream().mapToLong(Long::longValue).toArray();
    float[] values = new float[Tensor.zeros(shape).size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = scaled(card, random.nextDouble());
    }
    return new Tensor(values, shape);
  }

  /**
   * A head and shoulders of smooth colours by formula alone, with a little noise, so that the
   * pixels are the same on every machine.
   */
  public static Tensor figure(ModelCard card) {
    Tensor noise = noise(card, 1);
    int size = noise.extent(3);
    double[] skin = {0.85, 0.65, 0.55};
    double[] shirt = {0.2, 0.25, 0.5};
    double[] wall = {0.75, 0.8, 0.75};
    float[] values = new float[noise.size()];
    for (int i = 0; i < values.length; i++) {
      int c = i / (size * size);
      double x = (i % size + 0.5) / size;
      double y = (i / size % size + 0.5) / size;
      double eyes =
          Math.max(
              inEllipse(x, y, 0.43, 0.36, 0.035, 0.02), inEllipse(x, y, 0.57, 0.36, 0.035, 0.02));
      double mouth = inEllipse(x, y, 0.5, 0.52, 0.07, 0.02);
      double head = inEllipse(x, y, 0.5, 0.4, 0.17, 0.24);
      double body = inEllipse(x, y, 0.5, 1.05, 0.42, 0.4);
      double value = wall[c] + body * (shirt[c] - wall[c]);
      value += head * (skin[c] - value);
      value *= 1 - 0.8 * Math.max(eyes, mouth * (c == 0 ? 0.3 : 0.8));
      values[i] = 0.97f * scaled(card, value) + 0.03f * noise.at(i);
    }
    return new Tensor(values, 1, 3, size, size);
  }

  /** 1 inside, 0 outside, a linear ramp between; no functions that differ between machines. */
  private static double inEllipse(
      double x, double y, double centreX, double centreY, double radiusX, double radiusY) {
    double dx = (x - centreX) / radiusX;
    double dy = (y - centreY) / radiusY;
    return Math.clamp(3 * (1.15 - dx * dx - dy * dy), 0, 1);
  }

  private static float scaled(ModelCard card, double zeroToOne) {
    ModelCard.Range range = card.input().range();
    return (float) (range.min() + (range.max() - range.min()) * zeroToOne);
  }
}
