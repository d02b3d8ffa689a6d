package silverpoint.picture.drawingfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.geometry.Polyline;
import silverpoint.foundation.image.ImageFiles;

class LineArtFileTest {
  private static List<Polyline> svg(String inside) {
    String text = "<svg xmlns=\"http://www.w3.org/2000/svg\">" + inside + "</svg>";
    return LineArtFile.read(text.getBytes(StandardCharsets.UTF_8)).lines();
  }

  private static List<String> notDrawn(String inside) {
    String text = "<svg xmlns=\"http://www.w3.org/2000/svg\">" + inside + "</svg>";
    return LineArtFile.read(text.getBytes(StandardCharsets.UTF_8)).notDrawn();
  }

  private static Polyline line(double... xy) {
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < xy.length; i += 2) {
      points.add(new Point(xy[i], xy[i + 1]));
    }
    return new Polyline(points);
  }

  @Test
  void straightShapesAreRead() {
    assertThat(
            svg(
                """
                <line x1="1" y1="2" x2="3px" y2="4"/>
                <polyline points="0,0 1-1.5.5.25"/>
                <polygon points="0 0 2 0 2 2"/>
                <rect x="1" y="1" width="4" height="2"/>
                <path d="M1 1h2v2l-1,1z m5 0 1 1 2 2"/>
                """))
        .containsExactly(
            line(1, 2, 3, 4),
            line(0, 0, 1, -1.5, .5, .25),
            line(0, 0, 2, 0, 2, 2, 0, 0),
            line(1, 1, 5, 1, 5, 3, 1, 3, 1, 1),
            line(1, 1, 3, 1, 3, 3, 2, 4, 1, 1),
            line(6, 1, 7, 2, 9, 4));
  }

  @Test
  void curvesKeepTheirShape() {
    Polyline circle = svg("<circle cx='5' cy='6' r='3'/>").getFirst();
    assertThat(circle.isClosed()).isTrue();
    assertThat(circle.length()).isCloseTo(6 * Math.PI, within(0.01));
    Polyline arc = svg("<path d='M0 0a3 3 0 0110 0'/>").getFirst();
    assertThat(arc.length()).as("radii that do not reach grow").isCloseTo(5 * Math.PI, within(.02));
    assertThat(arc.points()).allMatch(point -> point.y() <= 1e-9);
    Polyline large = svg("<path d='M0 0A5 5 0 1 0 5 5'/>").getFirst();
    assertThat(large.length()).isCloseTo(7.5 * Math.PI, within(0.02));
    Polyline ellipse = svg("<path d='M-4 0A4 2 0 0 1 4 0A4 2 0 0 1 -4 0'/>").getFirst();
    double axes = svg("<ellipse rx='4' ry='2'/>").getFirst().length();
    assertThat(ellipse.length()).isCloseTo(axes, within(0.02));
    Polyline cubic = svg("<path d='M0 0C0 4 4 4 4 0S8-4 8 0'/>").getFirst();
    assertThat(cubic.points().get(12)).isEqualTo(new Point(2, 3));
    assertThat(cubic.points().get(36).distanceTo(new Point(6, -3))).isLessThan(1e-9);
    Polyline quadratic = svg("<path d='M0 0q2 4 4 0t4 0'/>").getFirst();
    assertThat(quadratic.points().get(36).distanceTo(new Point(6, -2))).isLessThan(1e-9);
  }

  @Test
  void transformsNest() {
    Polyline moved =
        svg("<g transform='translate(10,20) scale(2)'><g transform='rotate(90)'>"
                + "<line x2='3'/></g></g>")
            .getFirst();
    assertThat(moved.start()).isEqualTo(new Point(10, 20));
    assertThat(moved.end().distanceTo(new Point(10, 26))).isLessThan(1e-9);
    Polyline about = svg("<line x1='1' x2='2' transform='rotate(180, 2, 0)'/>").getFirst();
    assertThat(about.start().distanceTo(new Point(3, 0))).isLessThan(1e-9);
  }

  @Test
  void whatIsNotInkIsPassedOver() {
    assertThat(
            svg(
                """
                <rect width="100" height="100" fill="#FFF"/>
                <defs><line x2="5"/></defs>
                <g style="display: none"><line x2="5"/></g>
                <g fill="none" stroke="black"><line x2="7"/></g>
                """))
        .containsExactly(line(0, 0, 7, 0));
  }

  @Test
  void whatIsUsedIsDrawnWhereItIsUsed() {
    assertThat(
            svg(
                """
                <defs><g id="pair"><line id="one" x2="3"/><line x1="4" x2="5"/></g></defs>
                <use href="#pair" x="10" y="20"/>
                <g transform="scale(2)"><use href="#one" x="1" transform="translate(0, 5)"/></g>
                """))
        .containsExactly(line(10, 20, 13, 20), line(14, 20, 15, 20), line(2, 10, 8, 10));
    assertThat(
            svg(
                "<g xmlns:xlink='http://www.w3.org/1999/xlink'><g id='b'><use xlink:href='#a'/></g>"
                    + "<defs><line id='a' x2='3'/></defs></g><use href='#b' y='1'/>"))
        .as("nested, by its old name, and before what it refers to")
        .containsExactly(line(0, 0, 3, 0), line(0, 1, 3, 1));
  }

  @Test
  void aSymbolFitsTheSizeItIsUsedAt() {
    String symbol =
        "<symbol id='s' viewBox='10 10 20 10'><line x1='10' y1='10' x2='30' y2='20'/></symbol>";
    assertThat(svg(symbol + "<use href='#s' x='1' y='2' width='40' height='40'/>"))
        .as("in the middle, proportions kept")
        .containsExactly(line(1, 12, 41, 32));
    assertThat(svg("<svg x='5' viewBox='0 0 10 10' width='20' height='20'><line x2='10'/></svg>"))
        .containsExactly(line(5, 0, 25, 0));
  }

  @Test
  void whatCannotBeDrawnIsNamed() {
    assertThat(
            notDrawn(
                """
                <style>line { stroke: red }</style>
                <text>ab<tspan>c</tspan></text><text>d</text><image href="a.png"/>
                <use href="#nobody"/><use href="other.svg#x"/>
                <line x2="3" clip-path="url(#c)"/><line x2="3" marker-end="url(#arrow)"/>
                <defs><text>hidden</text></defs>
                """))
        .containsExactly(
            "clip-path is not drawn (1 times)",
            "1 <image> element is not drawn",
            "marker-end is not drawn (1 times)",
            "style sheets are not read: write the styles into the elements",
            "2 <text> elements are not drawn: convert to paths",
            "2 <use> elements are not drawn: refer to nothing in the file");
    assertThat(notDrawn("<line x2='3'/>")).isEmpty();
    assertThatThrownBy(() -> svg("<text>only words</text>"))
        .hasMessage("there is no line in it; 1 <text> element is not drawn: convert to paths");
  }

  @Test
  void blackLinesOnNothingAreBlackLinesOnWhite() {
    BufferedImage image = new BufferedImage(200, 100, BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.BLACK);
    graphics.setStroke(new BasicStroke(4));
    graphics.drawLine(20, 50, 180, 50);
    graphics.dispose();
    assertThat(LineArtFile.read(ImageFiles.encodePng(image)).lines())
        .containsExactlyElementsOf(LineArtFile.read(picture(Color.WHITE, Color.BLACK)).lines());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<line x2='1e308'/><line x1='-1e308' x2='3'/>",
        "<path d='M0 0A1e308 1e308 0 0 1 5 5'/>",
        "<path d='M0 0A1e400 1 0 0 1 5 5'/>",
        "<g transform='scale(1e8)'><g transform='scale(1e8)'><line x2='3'/></g></g>",
        "<path d='M0 0 L'/>",
        "<path d='5 5'/>",
        "<path d='M0 0 X 3'/>",
        "<path d='M0 0 A1 1 0 2 0 5 5'/>",
        "<polyline points='0,0 1'/>",
        "<line x2='1e999'/>",
        "<line x2='NaN'/>",
        "<g transform='spin(3)'><line x2='3'/></g>",
        "<line x2='3'>",
        "<text>no line</text>",
        ""
      })
  void brokenAndEmptyDocumentsAreRefused(String inside) {
    assertThatThrownBy(() -> svg(inside))
        .isInstanceOf(DrawingFileException.class)
        .hasMessageNotContainingAny("\n");
  }

  @Test
  void aDocumentIsReadInItsEncoding() {
    String text = "<svg><g id='ü'><line x2='3'/></g><use href='#ü' y='1'/></svg>";
    String declared = "<?xml version='1.0' encoding='ISO-8859-1'?>" + text;
    assertThat(LineArtFile.read(declared.getBytes(StandardCharsets.ISO_8859_1)).lines()).hasSize(2);
    assertThat(LineArtFile.read(("\ufeff" + text).getBytes(StandardCharsets.UTF_8)).lines())
        .hasSize(2);
    assertThatThrownBy(() ->
            LineArtFile.read("<?xml encoding='klingon'?><svg/>".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(DrawingFileException.class)
        .hasMessageContaining("encoding klingon");
  }

  @Test
  void nothingOutsideTheDocumentIsRead() {
    String evil =
        "<!DOCTYPE svg [<!ENTITY x SYSTEM 'file:///etc/hostname'>]>"
            + "<svg><text>&x;</text><line x2='3'/></svg>";
    assertThatThrownBy(() -> LineArtFile.read(evil.getBytes(StandardCharsets.UTF_8)).lines())
        .isInstanceOf(DrawingFileException.class);
    String harmless =
        "<!DOCTYPE svg PUBLIC 'a' 'http://127.0.0.1:9/svg.dtd'><svg><line x2='3'/></svg>";
    assertThat(LineArtFile.read(harmless.getBytes(StandardCharsets.UTF_8)).lines()).hasSize(1);
  }

  @Test
  void darkLinesOfAPictureAreTracedAlongTheirMiddle() {
    List<Polyline> lines = LineArtFile.read(picture(Color.WHITE, Color.BLACK)).lines();
    double lengthPx = lines.stream().mapToDouble(Polyline::length).sum();
    assertThat(lengthPx).isCloseTo(160, within(8.0));
    assertThat(lines.getFirst().points()).allMatch(p -> Math.abs(p.y() - 50) < 2);
  }

  @Test
  void lightLinesOnDarkAndBlankPaperAreRefused() {
    assertThatThrownBy(() -> LineArtFile.read(picture(Color.BLACK, Color.WHITE)).lines())
        .isInstanceOf(DrawingFileException.class)
        .hasMessageContaining("dark lines on white");
    assertThatThrownBy(() -> LineArtFile.read(picture(Color.WHITE, Color.WHITE)).lines())
        .isInstanceOf(DrawingFileException.class)
        .hasMessageContaining("no line");
    assertThatThrownBy(() -> LineArtFile.read(new byte[0]))
        .isInstanceOf(DrawingFileException.class);
  }

  private static byte[] picture(Color paper, Color ink) {
    BufferedImage image = new BufferedImage(200, 100, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(paper);
    graphics.fillRect(0, 0, 200, 100);
    graphics.setColor(ink);
    graphics.setStroke(new BasicStroke(4));
    graphics.drawLine(20, 50, 180, 50);
    graphics.dispose();
    return ImageFiles.encodePng(image);
  }
}
