package silverpoint.picture.tracing;

import java.util.function.Predicate;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.image.GrayImage;
import silverpoint.picture.tone.FlowField;

/**
 * Smooths ink along the flow of the picture and never across it (line integral convolution, Cabral
 * and Leedom 1993, as coherent line drawing uses it, Kang, Lee and Chui 2007): short waves and gaps
 * in hair become few long strokes.
 */
public final class FlowSmoothing {
  private static final double STEP_PX = 1;

  /** Lines are averaged this far to both sides, with Gaussian weights. */
  private static final double SIGMA_PX = 7;

  private static final int STEPS = 14;

  private FlowSmoothing() {}

  /** The ink, smoothed where it is wanted. */
  public static GrayImage smooth(GrayImage ink, FlowField flow, Predicate<Point> wanted) {
    int width = ink.width();
    float[] smooth = ink.toArray();
    for (int i = 0; i < smooth.length; i++) {
      Point at = new Point(i % width + 0.5, i / width + 0.5);
      if (wanted.test(at)) {
        smooth[i] = (float) along(ink, flow, at);
      }
    }
    return new GrayImage(width, ink.height(), smooth);
  }

  private static double along(GrayImage ink, FlowField flow, Point at) {
    double sum = ink.sample(at);
    double weights = 1;
    for (double sign = -1; sign <= 1; sign += 2) {
      Point walker = at;
      Point heading = flow.along(at, new Point(1, 0)).times(sign);
      for (int step = 1; step <= STEPS; step++) {
        heading = flow.along(walker, heading);
        walker = walker.plus(heading.times(STEP_PX));
        double far = step * STEP_PX / SIGMA_PX;
        double weight = Math.exp(-far * far / 2);
        sum += weight * ink.sample(walker);
        weights += weight;
      }
    }
    return sum / weights;
  }
}
