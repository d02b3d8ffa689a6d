package silverpoint.trace;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import silverpoint.geometry.Affine;
import silverpoint.geometry.Point;
import silverpoint.geometry.Polyline;

/**
 * The lines of an SVG 1.1 document in the units of its root: paths, polylines, polygons, lines,
 * circles, ellipses and rectangles, in groups with transforms. Filled shapes count as their
 * outline, save those as white as paper. Text, pictures, {@code use} and style sheets are passed
 * over. Nothing outside the document is read: its document type is skipped unread.
 */
final class SvgReader {
  private static final Set<String> HIDDEN =
      Set.of(
          "defs", "symbol", "clipPath", "mask", "marker", "pattern", "metadata", "style", "text");

  private static final Set<String> WHITE =
      Set.of("none", "white", "#fff", "#ffffff", "transparent");

  /** What an element passes on to those inside it. */
  private record Context(Affine map, String stroke, String fill, boolean shown) {}

  private final XMLStreamReader xml;
  private final List<Polyline> lines = new ArrayList<>();

  private SvgReader(XMLStreamReader xml) {
    this.xml = xml;
  }

  static List<Polyline> lines(byte[] file) {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    try {
      SvgReader reader =
          new SvgReader(factory.createXMLStreamReader(new ByteArrayInputStream(file)));
      reader.read();
      return reader.lines;
    } catch (XMLStreamException e) {
      throw new TraceException("it is broken XML at line " + e.getLocation().getLineNumber(), e);
    } catch (IllegalArgumentException e) {
      throw new TraceException("it is a broken SVG: " + e.getMessage(), e);
    }
  }

  private void read() throws XMLStreamException {
    Deque<Context> open = new ArrayDeque<>();
    open.push(new Context(Affine.IDENTITY, "", "", true));
    boolean root = true;
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        if (root && !xml.getLocalName().equals("svg")) {
          throw new IllegalArgumentException("its root is <" + xml.getLocalName() + ">, not <svg>");
        }
        root = false;
        Context context = inside(open.element());
        open.push(context);
        if (context.shown && isInk(context)) {
          addShape(context.map);
        }
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        open.pop();
      }
    }
  }

  private Context inside(Context outer) {
    Affine map = SvgTransform.parse(attribute("transform")).then(outer.map);
    boolean shown =
        outer.shown
            && !HIDDEN.contains(xml.getLocalName())
            && !style("display").equals("none")
            && !style("visibility").equals("hidden");
    String stroke = style("stroke");
    String fill = style("fill");
    return new Context(
        map, stroke.isEmpty() ? outer.stroke : stroke, fill.isEmpty() ? outer.fill : fill, shown);
  }

  private static boolean isInk(Context context) {
    boolean stroked = !context.stroke.isEmpty() && !WHITE.contains(context.stroke);
    return stroked || !WHITE.contains(context.fill);
  }

  private void addShape(Affine map) {
    switch (xml.getLocalName()) {
      case "path" -> SvgPath.lines(attribute("d")).forEach(points -> add(points, map));
      case "polyline" -> add(points(), map);
      case "polygon" -> add(closed(points()), map);
      case "line" ->
          add(
              List.of(new Point(number("x1"), number("y1")), new Point(number("x2"), number("y2"))),
              map);
      case "circle" -> addEllipse(number("r"), number("r"), map);
      case "ellipse" -> addEllipse(number("rx"), number("ry"), map);
      case "rect" -> {
        double x = number("x");
        double y = number("y");
        double right = x + number("width");
        double bottom = y + number("height");
        if (right > x && bottom > y) {
          Point corner = new Point(x, y);
          List<Point> points =
              List.of(corner, new Point(right, y), new Point(right, bottom), new Point(x, bottom));
          add(closed(points), map);
        }
      }
      default -> {}
    }
  }

  private void addEllipse(double rx, double ry, Affine map) {
    if (rx > 0 && ry > 0) {
      List<Point> points = new ArrayList<>();
      int pieces = 96;
      for (int i = 0; i < pieces; i++) {
        double angle = 2 * Math.PI * i / pieces;
        points.add(
            new Point(number("cx") + rx * Math.cos(angle), number("cy") + ry * Math.sin(angle)));
      }
      add(closed(points), map);
    }
  }

  private void add(List<Point> points, Affine map) {
    if (points.size() > 1) {
      lines.add(new Polyline(points).transformed(map));
    }
  }

  private static List<Point> closed(List<Point> points) {
    List<Point> closed = new ArrayList<>(points);
    if (!points.isEmpty()) {
      closed.add(points.getFirst());
    }
    return closed;
  }

  private List<Point> points() {
    SvgNumbers numbers = new SvgNumbers(attribute("points"));
    List<Point> points = new ArrayList<>();
    while (numbers.hasNext()) {
      points.add(new Point(numbers.next(), numbers.next()));
    }
    return points;
  }

  private double number(String name) {
    String text = attribute(name).replaceAll("(px|mm|cm|in|pt|pc)$", "");
    return text.isEmpty() ? 0 : new SvgNumbers(text).next();
  }

  private String attribute(String name) {
    String value = xml.getAttributeValue(null, name);
    return value == null ? "" : value.strip();
  }

  /** A property as the style attribute gives it, or as an attribute of its own. */
  private String style(String property) {
    for (String declaration : attribute("style").split(";", -1)) {
      int colon = declaration.indexOf(':');
      if (colon > 0 && declaration.substring(0, colon).strip().equals(property)) {
        return declaration.substring(colon + 1).strip().toLowerCase(Locale.ROOT);
      }
    }
    return attribute(property).toLowerCase(Locale.ROOT);
  }
}
