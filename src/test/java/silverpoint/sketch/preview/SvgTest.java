package silverpoint.sketch.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.geometry.Polyline;
import silverpoint.picture.stroke.Page;
import silverpoint.route.Leg;
import silverpoint.route.Route;

class SvgTest {
  private static final Page PAGE = new Page(152, 106, 3, 0.5);
  private static final Point HOME = new Point(3, 103);

  @Test
  void aRouteIsOnePathInMillimetres() {
    Point corner = new Point(20.5, 40.25);
    Route route =
        new Route(
            HOME,
            List.of(
                new Leg.Connector(Polyline.of(HOME, new Point(10, 90))),
                new Leg.Draw(Polyline.of(new Point(10, 90), corner, new Point(1 / 3.0, 7))),
                new Leg.Retrace(Polyline.of(new Point(1 / 3.0, 7), corner))),
            10);
    assertThat(Svg.of(route, PAGE))
        .isEqualTo(
            """
            <svg xmlns="http://www.w3.org/2000/svg" width="152.0mm" height="106.0mm" viewBox="0 0 152.0 106.0">
            <path fill="none" stroke="#222" stroke-width="0.5" stroke-linecap="round" stroke-linejoin="round" d="M3.000 103.000 L10.000 90.000 L20.500 40.250 L0.333 7.000 L20.500 40.250"/>
            </svg>
            """);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(ints = {1, 2, 3})
  void whoeverReadsItFindsThePointsOnThePage(int seed) throws Exception {
    Route route = route(seed);
    List<Point> read = points(svg(Svg.of(route, PAGE)));
    List<Point> line = new ArrayList<>(List.of(HOME));
    route.legs().forEach(leg -> line.addAll(leg.pathMm().points().subList(1, 11)));
    assertThat(read).hasSameSizeAs(line);
    for (int i = 0; i < read.size(); i++) {
      assertThat(read.get(i).distanceTo(line.get(i))).isLessThan(0.001);
      assertThat(PAGE.drawableMm().contains(read.get(i))).isTrue();
    }
  }

  @Test
  void anEmptyRouteIsAPageWithoutALine() throws Exception {
    Element svg = svg(Svg.of(new Route(HOME, List.of(), 0), PAGE));
    assertThat(points(svg)).containsExactly(HOME);
    assertThat(svg.getAttribute("width")).isEqualTo("152.0mm");
  }

  @Test
  void aLanguageWithADecimalCommaChangesNothing() {
    Locale before = Locale.getDefault();
    String plain = Svg.of(route(1), PAGE);
    try {
      Locale.setDefault(Locale.GERMANY);
      assertThat(Svg.of(route(1), PAGE)).isEqualTo(plain).doesNotContain(",");
    } finally {
      Locale.setDefault(before);
    }
  }

  /** One unit of the coordinates is a millimetre. */
  @ParameterizedTest(name = "{0} mm wide")
  @ValueSource(doubles = {66, 152, 99.5})
  void theViewIsThePage(double widthMm) throws Exception {
    Element svg = svg(Svg.of(route(1), new Page(widthMm, 60, 2, 0.4)));
    assertThat(svg.getAttribute("viewBox")).isEqualTo("0 0 " + widthMm + " 60.0");
    assertThat(svg.getAttribute("width")).isEqualTo(widthMm + "mm");
    assertThat(svg.getAttribute("height")).isEqualTo("60.0mm");
    assertThat(Double.parseDouble(path(svg).getAttribute("stroke-width")))
        .isCloseTo(0.4, within(1e-9));
  }

  private static Route route(int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Leg> legs = new ArrayList<>();
    Point at = HOME;
    for (int leg = 0; leg < 5; leg++) {
      List<Point> points = new ArrayList<>(List.of(at));
      for (int i = 0; i < 10; i++) {
        points.add(new Point(random.nextDouble(3, 149), random.nextDouble(3, 103)));
      }
      legs.add(new Leg.Draw(new Polyline(points)));
      at = points.getLast();
    }
    return new Route(HOME, legs, 1);
  }

  private static Element svg(String text) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(text)))
        .getDocumentElement();
  }

  private static Element path(Element svg) {
    assertThat(svg.getElementsByTagName("path").getLength()).isEqualTo(1);
    return (Element) svg.getElementsByTagName("path").item(0);
  }

  private static List<Point> points(Element svg) {
    String[] numbers = path(svg).getAttribute("d").replaceAll("[ML]", "").split(" ");
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < numbers.length; i += 2) {
      points.add(new Point(Double.parseDouble(numbers[i]), Double.parseDouble(numbers[i + 1])));
    }
    return points;
  }
}
