package silverpoint.sketch.preview;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;

/** Pictures in rows, each scaled to fit its cell. */
public final class ContactSheet {
  private static final int GAP_PX = 8;

  private ContactSheet() {}

  public static BufferedImage of(
      List<BufferedImage> pictures, int columns, int cellWidthPx, int cellHeightPx) {
    int rows = Math.ceilDiv(pictures.size(), columns);
    BufferedImage sheet =
        new BufferedImage(
            columns * (cellWidthPx + GAP_PX) + GAP_PX,
            rows * (cellHeightPx + GAP_PX) + GAP_PX,
            BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = Canvas.graphics(sheet);
    graphics.setColor(new Color(0xeeeeee));
    graphics.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
    for (int i = 0; i < pictures.size(); i++) {
      BufferedImage picture = pictures.get(i);
      double scale =
          Math.min(
              (double) cellWidthPx / picture.getWidth(),
              (double) cellHeightPx / picture.getHeight());
      int width = (int) Math.round(picture.getWidth() * scale);
      int height = (int) Math.round(picture.getHeight() * scale);
      int left = GAP_PX + i % columns * (cellWidthPx + GAP_PX) + (cellWidthPx - width) / 2;
      int top = GAP_PX + i / columns * (cellHeightPx + GAP_PX) + (cellHeightPx - height) / 2;
      graphics.drawImage(shrunk(picture, width), left, top, width, height, null);
    }
    return sheet;
  }

  /**
   * Halves a large picture until one bilinear step is enough, so that thin lines do not break up.
   */
  private static BufferedImage shrunk(BufferedImage picture, int width) {
    BufferedImage small = picture;
    while (small.getWidth() >= 2 * width && small.getHeight() > 1) {
      BufferedImage half =
          new BufferedImage(
              small.getWidth() / 2, small.getHeight() / 2, BufferedImage.TYPE_INT_RGB);
      Graphics2D graphics = half.createGraphics();
      graphics.setRenderingHint(
          RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
      graphics.drawImage(small, 0, 0, half.getWidth(), half.getHeight(), null);
      small = half;
    }
    return small;
  }
}
