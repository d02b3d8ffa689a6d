package silverpoint.lab.evaluation;

import java.util.Arrays;
import silverpoint.foundation.geometry.Affine;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.image.GrayImage;
import silverpoint.foundation.image.Mask;
import silverpoint.foundation.image.RgbImage;
import silverpoint.picture.stroke.Drawing;
import silverpoint.picture.stroke.Stroke;

/**
 * A drawing as it looks from some metres away, in the frame of its portrait crop: a pen of three
 * pixels, blurred. Face models find nothing in thin lines, but see a face in this.
 */
final class SeenFromAfar {
  private static final double PEN_RADIUS_PX = 1.5;
  private static final double BLUR_PX = 3;
  private static final double PAPER = 235;
  private static final double DARKEST = 30;

  /** Blurred lines are darkened, so that a dense place is nearly black. */
  private static final double GAIN = 2;

  private SeenFromAfar() {}

  static RgbImage of(Drawing drawing, int widthPx, int heightPx) {
    boolean[] line = new boolean[widthPx * heightPx];
    Affine toCrop = drawing.cropToPage().inverse();
    double spacingMm = 0.5 / toCrop.scale();
    for (Stroke stroke : drawing.strokes()) {
      for (Point pointMm : stroke.pathMm().resampled(spacingMm)) {
        Point point = toCrop.apply(pointMm);
        int x = Math.clamp((int) Math.floor(point.x()), 0, widthPx - 1);
        int y = Math.clamp((int) Math.floor(point.y()), 0, heightPx - 1);
        line[y * widthPx + x] = true;
      }
    }
    float[] pen = new float[line.length];
    GrayImage distance = new Mask(widthPx, heightPx, line).distanceToSet();
    for (int i = 0; i < pen.length; i++) {
      int row = i / widthPx;
      pen[i] = distance.at(i % widthPx, row) <= PEN_RADIUS_PX ? 1 : 0;
    }
    float[] far = new GrayImage(widthPx, heightPx, pen).blurred(BLUR_PX).toArray();
    byte[] rgb = new byte[3 * far.length];
    for (int i = 0; i < far.length; i++) {
      double grey = Math.max(DARKEST, PAPER - GAIN * 255 * far[i]);
      Arrays.fill(rgb, 3 * i, 3 * i + 3, (byte) Math.round(grey));
    }
    return new RgbImage(widthPx, heightPx, rgb);
  }
}
