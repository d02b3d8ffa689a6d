package silverpoint.sketch.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContactSheetTest {
  private static final int PAPER = 0xeeeeee;

  @Test
  void picturesFillTheirCellsRowByRow() {
    List<BufferedImage> pictures =
        List.of(
            plain(100, 100, Color.RED), plain(100, 100, Color.GREEN), plain(100, 100, Color.BLUE));
    BufferedImage sheet = ContactSheet.of(pictures, 2, 50, 50);
    // gaps of 8 px around cells of 50 px
    assertThat(sheet.getWidth()).isEqualTo(124);
    assertThat(sheet.getHeight()).isEqualTo(124);
    assertThat(at(sheet, 33, 33)).isEqualTo(0xff0000);
    assertThat(at(sheet, 91, 33)).isEqualTo(0x00ff00);
    assertThat(at(sheet, 33, 91)).isEqualTo(0x0000ff);
    assertThat(at(sheet, 91, 91)).isEqualTo(PAPER);
    assertThat(at(sheet, 62, 33)).isEqualTo(PAPER);
  }

  @Test
  void aHighPictureKeepsItsShapeInTheMiddleOfItsCell() {
    BufferedImage sheet = ContactSheet.of(List.of(plain(50, 200, Color.RED)), 1, 80, 80);
    assertThat(at(sheet, 48, 10)).isEqualTo(0xff0000);
    assertThat(at(sheet, 48, 85)).isEqualTo(0xff0000);
    assertThat(at(sheet, 40, 48)).isEqualTo(0xff0000);
    assertThat(at(sheet, 36, 48)).isEqualTo(PAPER);
    assertThat(at(sheet, 60, 48)).isEqualTo(PAPER);
  }

  @Test
  void aWidePictureKeepsItsShapeInTheMiddleOfItsCell() {
    BufferedImage sheet = ContactSheet.of(List.of(plain(200, 50, Color.RED)), 1, 80, 80);
    assertThat(at(sheet, 10, 48)).isEqualTo(0xff0000);
    assertThat(at(sheet, 85, 48)).isEqualTo(0xff0000);
    assertThat(at(sheet, 48, 40)).isEqualTo(0xff0000);
    assertThat(at(sheet, 48, 36)).isEqualTo(PAPER);
    assertThat(at(sheet, 48, 60)).isEqualTo(PAPER);
  }

  @Test
  void aThinLineDoesNotBreakUpWhenItIsMadeSmall() {
    BufferedImage picture = plain(800, 800, Color.WHITE);
    Graphics2D graphics = picture.createGraphics();
    graphics.setColor(Color.BLACK);
    for (int i = 0; i < 800; i++) {
      graphics.fillRect(i, i, 2, 2);
    }
    BufferedImage sheet = ContactSheet.of(List.of(picture), 1, 100, 100);
    for (int i = 2; i < 98; i++) {
      int darkest = 255;
      for (int x = i - 1; x <= i + 1; x++) {
        darkest = Math.min(darkest, at(sheet, 8 + x, 8 + i) & 0xff);
      }
      assertThat(darkest).as("row %d", i).isLessThan(225);
    }
  }

  private static BufferedImage plain(int width, int height, Color colour) {
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = picture.createGraphics();
    graphics.setColor(colour);
    graphics.fillRect(0, 0, width, height);
    return picture;
  }

  private static int at(BufferedImage picture, int x, int y) {
    return picture.getRGB(x, y) & 0xffffff;
  }
}
