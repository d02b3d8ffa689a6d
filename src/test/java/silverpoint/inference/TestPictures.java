package silverpoint.inference;

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

  private static float scaled(ModelCard card, double zeroToOne) {
    ModelCard.Range range = card.input().range();
    return (float) (range.min() + (range.max() - range.min()) * zeroToOne);
  }
}
