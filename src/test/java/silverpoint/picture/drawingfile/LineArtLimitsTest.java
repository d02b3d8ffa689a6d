package silverpoint.picture.drawingfile;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import silverpoint.foundation.image.ImageFiles;

/** Files that are small and mean more work than anybody waits for. */
class LineArtLimitsTest {
  private static void svg(String inside) {
    String text = "<svg xmlns=\"http://www.w3.org/2000/svg\">" + inside + "</svg>";
    LineArtFile.read(text.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<g id='a'><use href='#a'/><line x2='3'/></g>",
        "<g id='a'><line x2='3'/><use href='#b'/></g><defs><g id='b'><use href='#a'/></g></defs>"
      })
  void aUseThatRepeatsItselfIsRefused(String inside) {
    assertThatThrownBy(() -> svg(inside))
        .isInstanceOf(DrawingFileException.class)
        .hasMessageContaining("repeats itself");
  }

  @Test
  void usesThatMultiplyAreRefusedSoon() {
    StringBuilder text = new StringBuilder("<defs><line id='u0' x2='3'/>");
    for (int i = 1; i < 40; i++) {
      text.append(
          "<g id='u%d'><use href='#u%d'/><use href='#u%d'/></g>".formatted(i, i - 1, i - 1));
    }
    assertThatThrownBy(() -> svg(text + "</defs><use href='#u39'/>"))
        .isInstanceOf(DrawingFileException.class)
        .hasMessageContaining("simplify");
  }

  @Test
  void longDataThatUsesMultiplyAreRefusedSoon() {
    String moves = "<defs><path id='a' d='" + "M0 0".repeat(25_000) + "'/></defs>";
    assertThatThrownBy(() -> svg(moves + "<use href='#a'/>".repeat(100_000) + "<line x2='3'/>"))
        .isInstanceOf(DrawingFileException.class)
        .hasMessageContaining("simplify");
  }

  @Test
  void moreLinesOrPointsThanBecomeOneLineAreRefused() {
    assertThatThrownBy(() -> svg("<line x2='9'/>".repeat(50_000)))
        .isInstanceOf(DrawingFileException.class)
        .hasMessage("has 50000 lines; at most 4000 become one line in good time: simplify it");
    assertThatThrownBy(() -> svg("<path d='M0 0" + "h.1v.1".repeat(60_000) + "'/>"))
        .isInstanceOf(DrawingFileException.class)
        .hasMessage("has more than 100000 points, curves included: simplify it");
    assertThatThrownBy(() -> svg("<path d='M0 0" + "a5 5 0 1 0 1 0".repeat(20_000) + "'/>"))
        .as("arcs become many points each")
        .hasMessageContaining("simplify");
  }

  @Test
  void aPictureOfDashesEverywhereIsRefused() {
    BufferedImage image = new BufferedImage(900, 900, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < 900; y++) {
      for (int x = 0; x < 900; x++) {
        image.setRGB(x, y, x % 12 < 8 && y % 6 < 2 ? 0 : 0xffffff);
      }
    }
    assertThatThrownBy(() -> LineArtFile.read(ImageFiles.encodePng(image)))
        .isInstanceOf(DrawingFileException.class)
        .hasMessageContaining("simplify");
  }

  @Test
  void aLongTransformIsRefusedWithoutWaiting() {
    String letters = "a".repeat(2_000_000);
    assertThatThrownBy(() -> svg("<g transform='" + letters + "'><line x2='3'/></g>"))
        .isInstanceOf(DrawingFileException.class)
        .hasMessageContaining("cannot be read");
  }
}
