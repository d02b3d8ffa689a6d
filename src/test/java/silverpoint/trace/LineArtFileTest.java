package silverpoint.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import silverpoint.geometry.Point;
import silverpoint.geometry.Polyline;
import silverpoint.image.ImageFiles;

class LineArtFileTest {
  private static List<Polyline> svg(String inside) {
    String text = "<svg xmlns=\"http://www.w3.org/2000/svg\">" + inside + "</svg>";
    return LineArtFile.lines(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Polyline line(double... xy) {
    List<Point> points = new java.util.ArrayList<>();
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

  @ParameterizedTest
  @ValueSource(
      strings = {
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
        .isInstanceOf(TraceException.class)
        .hasMessageNotContainingAny("\n");
  }

  @Test
  void nothingOutsideTheDocumentIsRead() {
    String evil =
        "<!DOCTYPE svg [<!ENTITY x SYSTEM 'file:///etc/hostname'>]>"
            + "<svg><text>&x;</text><line x2='3'/></svg>";
    assertThatThrownBy(() -> LineArtFile.lines(evil.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(TraceException.class);
    String harmless =
        "<!DOCTYPE svg PUBLIC 'a' 'http://127.0.0.1:9/svg.dtd'><svg><line x2='3'/></svg>";
    assertThat(LineArtFile.lines(harmless.getBytes(StandardCharsets.UTF_8))).hasSize(1);
  }

  @Test
  void darkLinesOfAPictureAreTracedAlongTheirMiddle() {
    List<Polyline> lines = LineArtFile.lines(picture(Color.WHITE, Color.BLACK));
    double lengthPx = lines.stream().mapToDouble(Polyline::length).sum();
    assertThat(lengthPx).isCloseTo(160, within(8.0));
    assertThat(lines.getFirst().points()).allMatch(p -> Math.abs(p.y() - 50) < 2);
  }

  @Test
  void lightLinesOnDarkAndBlankPaperAreRefused() {
    assertThatThrownBy(() -> LineArtFile.lines(picture(Color.BLACK, Color.WHITE)))
        .isInstanceOf(TraceException.class)
        .hasMessageContaining("dark lines on white");
    assertThatThrownBy(() -> LineArtFile.lines(picture(Color.WHITE, Color.WHITE)))
        .isInstanceOf(TraceException.class)
        .hasMessageContaining("no line");
    assertThatThrownBy(() -> LineArtFile.lines(new byte[0])).isInstanceOf(TraceException.class);
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
