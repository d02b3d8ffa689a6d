package silverpoint.preview;

import java.awt.Color;
import java.awt.Graphics2D;
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
      graphics.drawImage(smooth(picture, width, height), left, top, width, height, null);
    }
    return sheet;
  }

  private static java.awt.Image smooth(BufferedImage picture, int width, int height) {
    return width < picture.getWidth()
        ? picture.getScaledInstance(width, height, java.awt.Image.SCALE_AREA_AVERAGING)
        : picture;
  }
}
