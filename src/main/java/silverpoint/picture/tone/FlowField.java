package silverpoint.picture.tone;

import java.util.function.UnaryOperator;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.image.GrayImage;

/**
 * The direction in which a picture changes least: the minor axis of its smoothed structure tensor
 * (Foerstner 1987).
 */
public final class FlowField {
  private static final double GRADIENT_SIGMA_PX = 1.5;
  private static final double TENSOR_SIGMA_PX = 7;

  private final GrayImage xx;
  private final GrayImage xy;
  private final GrayImage yy;

  private FlowField(GrayImage xx, GrayImage xy, GrayImage yy) {
    this.xx = xx;
    this.xy = xy;
    this.yy = yy;
  }

  public static FlowField of(GrayImage luma) {
    GrayImage smooth = luma.blurred(GRADIENT_SIGMA_PX);
    int width = luma.width();
    int height = luma.height();
    float[] xx = new float[width * height];
    float[] xy = new float[width * height];
    float[] yy = new float[width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        float dx = smooth.atClamped(x + 1, y) - smooth.atClamped(x - 1, y);
        float dy = smooth.atClamped(x, y + 1) - smooth.atClamped(x, y - 1);
        xx[y * width + x] = dx * dx;
        xy[y * width + x] = dx * dy;
        yy[y * width + x] = dy * dy;
      }
    }
    return new FlowField(
        new GrayImage(width, height, xx).blurred(TENSOR_SIGMA_PX),
        new GrayImage(width, height, xy).blurred(TENSOR_SIGMA_PX),
        new GrayImage(width, height, yy).blurred(TENSOR_SIGMA_PX));
  }

  /**
   * The same flow, drawn towards another one where the picture itself shows none: the tensor of
   * that is added.
   *
   * @param share of the picture's mean contrast
   * @param across unit vector across the other flow at each place
   */
  FlowField towards(double share, UnaryOperator<Point> across) {
    int width = xx.width();
    float[] a = xx.toArray();
    float[] b = xy.toArray();
    float[] c = yy.toArray();
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] + c[i];
    }
    double weight = share * sum / a.length;
    for (int i = 0; i < a.length; i++) {
      Point normal = across.apply(new Point(i % width + 0.5, i / width + 0.5));
      a[i] += (float) (weight * normal.x() * normal.x());
      b[i] += (float) (weight * normal.x() * normal.y());
      c[i] += (float) (weight * normal.y() * normal.y());
    }
    int height = xx.height();
    return new FlowField(
        new GrayImage(width, height, a),
        new GrayImage(width, height, b),
        new GrayImage(width, height, c));
  }

  /**
   * Unit vector along the flow; of the two opposite ones the one that agrees with {@code before}.
   */
  public Point along(Point at, Point before) {
    double a = xx.sample(at);
    double b = xy.sample(at);
    double c = yy.sample(at);
    // the gradient's main direction, turned by a quarter
    double angle = 0.5 * Math.atan2(2 * b, a - c) + Math.PI / 2;
    Point flow = new Point(Math.cos(angle), Math.sin(angle));
    return flow.dot(before) < 0 ? flow.times(-1) : flow;
  }
}
