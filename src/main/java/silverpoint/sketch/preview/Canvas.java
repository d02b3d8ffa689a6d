package silverpoint.sketch.preview;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.List;
import silverpoint.foundation.geometry.Point;

/** A picture to draw lines on, in units of its own (mm or px). */
final class Canvas {
  /** Long lines are stroked in parts: the stroker's cost grows faster than their length. */
  private static final int PART_POINTS = 400;

  private final BufferedImage image;
  private final Graphics2D graphics;

  /**
   * @param pxPerUnit scale of all that is drawn
   */
  Canvas(int widthPx, int heightPx, Color paper, double pxPerUnit) {
    image = new BufferedImage(widthPx, heightPx, BufferedImage.TYPE_INT_RGB);
    graphics = graphics(image);
    graphics.setColor(paper);
    graphics.fillRect(0, 0, widthPx, heightPx);
    graphics.transform(AffineTransform.getScaleInstance(pxPerUnit, pxPerUnit));
  }

  static Graphics2D graphics(BufferedImage image) {
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    return graphics;
  }

  void line(List<Point> points, Color colour, double width) {
    graphics.setColor(colour);
    graphics.setStroke(
        new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    for (int from = 0; from < points.size() - 1; from += PART_POINTS) {
      Path2D path = new Path2D.Double();
      path.moveTo(points.get(from).x(), points.get(from).y());
      for (int i = from + 1; i <= Math.min(from + PART_POINTS, points.size() - 1); i++) {
        path.lineTo(points.get(i).x(), points.get(i).y());
      }
      graphics.draw(path);
    }
  }

  BufferedImage image() {
    return image;
  }
}
