package silverpoint.sketch.preview;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.geom.Ellipse2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.List;
import java.util.SplittableRandom;
import silverpoint.foundation.geometry.Point;
import silverpoint.picture.stroke.Page;

/**
 * The toy as a visitor sees it: red frame, two knobs, silver powder and the dark line that the
 * stylus scraped. A page that is higher than wide is that of a toy turned counterclockwise by a
 * quarter, with its knobs at the right.
 */
public final class ToyPicture {
  private static final double PX_PER_MM = 8;
  private static final double SIDE_MM = 22;
  private static final double TOP_MM = 22;
  private static final double BOTTOM_MM = 38;
  private static final Color FRAME_LIGHT = new Color(0xd9382f);
  private static final Color FRAME_DARK = new Color(0xa81f1a);
  private static final Color SILVER_LIGHT = new Color(0xc9cac6);
  private static final Color SILVER_DARK = new Color(0xb3b5b2);
  private static final Color LINE = new Color(0x35373a);

  /** Grain of the powder, of 255; the same grain on every toy. */
  private static final int GRAIN = 7;

  private final Page page;
  private final double scale;
  private final Canvas screen;
  private final byte[] grain;

  /** An empty toy in full size. */
  public ToyPicture(Page page) {
    this(page, 1);
  }

  /**
   * An empty toy.
   *
   * @param scale of the picture, 1 for full size
   */
  public ToyPicture(Page page, double scale) {
    this.page = page;
    this.scale = scale;
    double pxPerMm = scale * Math.max(PX_PER_MM, 1240 / Math.max(page.widthMm(), page.heightMm()));
    int width = (int) Math.round(page.widthMm() * pxPerMm);
    int height = (int) Math.round(page.heightMm() * pxPerMm);
    screen = new Canvas(width, height, SILVER_LIGHT, pxPerMm);
    Graphics2D graphics = screen.image().createGraphics();
    graphics.setPaint(new GradientPaint(0, 0, SILVER_LIGHT, width, height, SILVER_DARK));
    graphics.fillRect(0, 0, width, height);
    SplittableRandom random = new SplittableRandom(1);
    grain = new byte[width * height];
    for (int i = 0; i < grain.length; i++) {
      grain[i] = (byte) (random.nextInt(2 * GRAIN + 1) - GRAIN);
    }
  }

  /** The toy after the stylus went along a line. */
  public static BufferedImage of(Page page, List<Point> lineMm) {
    ToyPicture toy = new ToyPicture(page);
    toy.scrape(lineMm);
    return toy.image();
  }

  /** The stylus goes along a line. */
  public void scrape(List<Point> lineMm) {
    screen.line(lineMm, LINE, page.lineWidthMm());
  }

  /** What the toy shows by then. */
  public BufferedImage image() {
    BufferedImage powder = powder();
    double margin = Math.min(page.widthMm(), page.heightMm()) / 106;
    boolean turned = page.heightMm() > page.widthMm();
    double side = scale * SIDE_MM * margin * PX_PER_MM;
    double top = scale * TOP_MM * margin * PX_PER_MM;
    double bottom = scale * BOTTOM_MM * margin * PX_PER_MM;
    double left = turned ? top : side;
    double above = turned ? side : top;
    int width = (int) Math.round(powder.getWidth() + (turned ? top + bottom : 2 * side));
    int height = (int) Math.round(powder.getHeight() + (turned ? 2 * side : top + bottom));
    BufferedImage toy = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = Canvas.graphics(toy);
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, width, height);
    graphics.setPaint(new GradientPaint(0, 0, FRAME_LIGHT, 0, height, FRAME_DARK));
    graphics.fill(new RoundRectangle2D.Double(0, 0, width, height, 2 * side, 2 * side));
    double lip = side / 7;
    graphics.setColor(FRAME_DARK.darker());
    graphics.fill(
        new RoundRectangle2D.Double(
            left - lip,
            above - lip,
            powder.getWidth() + 2 * lip,
            powder.getHeight() + 2 * lip,
            2 * lip,
            2 * lip));
    graphics.drawImage(powder, (int) Math.round(left), (int) Math.round(above), null);
    double radius = bottom * 0.36;
    for (double end : new double[] {0, 1}) {
      double along = end * (turned ? height : width) + (1 - 2 * end) * side * 1.1;
      double across = bottom * 0.48;
      knob(graphics, turned ? width - across : along, turned ? along : height - across, radius);
    }
    return toy;
  }

  private static void knob(Graphics2D graphics, double x, double y, double radius) {
    graphics.setColor(FRAME_DARK.darker());
    graphics.fill(new Ellipse2D.Double(x - radius, y - radius * 0.92, 2 * radius, 2 * radius));
    graphics.setPaint(
        new RadialGradientPaint(
            (float) (x - radius * 0.3),
            (float) (y - radius * 0.3),
            (float) (1.4 * radius),
            new float[] {0, 1},
            new Color[] {Color.WHITE, new Color(0xb9b9b4)}));
    graphics.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
  }

  /** The screen with its grain, in a picture of its own. */
  private BufferedImage powder() {
    BufferedImage smooth = screen.image();
    BufferedImage powder =
        new BufferedImage(smooth.getWidth(), smooth.getHeight(), BufferedImage.TYPE_INT_RGB);
    int[] from = ((DataBufferInt) smooth.getRaster().getDataBuffer()).getData();
    int[] to = ((DataBufferInt) powder.getRaster().getDataBuffer()).getData();
    for (int i = 0; i < from.length; i++) {
      int red = Math.clamp((from[i] >> 16 & 0xff) + grain[i], 0, 255);
      int green = Math.clamp((from[i] >> 8 & 0xff) + grain[i], 0, 255);
      int blue = Math.clamp((from[i] & 0xff) + grain[i], 0, 255);
      to[i] = red << 16 | green << 8 | blue;
    }
    return powder;
  }
}
