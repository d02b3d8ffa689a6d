package silverpoint.kiosk.config;

import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/**
 * A wiring diagram as a person reads it: which pins its lines join. Lines that cross join only
 * where a dot is.
 */
final class WiringDiagram {
  private static final double SAME_PLACE_PX = 0.6;

  private record Dot(Point2D at, String pin) {
    boolean isPin() {
      return !pin.isEmpty();
    }
  }

  private record Wire(List<Point2D> points) {
    boolean endsAt(Dot dot) {
      return points.getFirst().distance(dot.at()) < SAME_PLACE_PX
          || points.getLast().distance(dot.at()) < SAME_PLACE_PX;
    }

    boolean passes(Dot dot) {
      for (int i = 1; i < points.size(); i++) {
        Line2D piece = new Line2D.Double(points.get(i - 1), points.get(i));
        if (piece.ptSegDist(dot.at()) < SAME_PLACE_PX) {
          return true;
        }
      }
      return false;
    }
  }

  private final List<Dot> dots = new ArrayList<>();
  private final List<Wire> wires = new ArrayList<>();
  private final List<String> texts = new ArrayList<>();

  WiringDiagram(String svg) throws Exception {
    Element root =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(svg)))
            .getDocumentElement();
    each(root.getElementsByTagName("circle")).stream()
        .filter(circle -> !circle.getAttribute("class").isEmpty())
        .forEach(circle -> dots.add(dot(circle)));
    each(root.getElementsByTagName("polyline")).forEach(line -> wires.add(wire(line)));
    each(root.getElementsByTagName("text")).forEach(text -> texts.add(text.getTextContent()));
  }

  private static List<Element> each(NodeList nodes) {
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }

  private static Dot dot(Element circle) {
    return new Dot(
        new Point2D.Double(
            Double.parseDouble(circle.getAttribute("cx")),
            Double.parseDouble(circle.getAttribute("cy"))),
        circle.getTextContent());
  }

  private static Wire wire(Element line) {
    List<Point2D> points = new ArrayList<>();
    for (String pair : line.getAttribute("points").split(" ", -1)) {
      int comma = pair.indexOf(',');
      points.add(
          new Point2D.Double(
              Double.parseDouble(pair.substring(0, comma)),
              Double.parseDouble(pair.substring(comma + 1))));
    }
    return new Wire(points);
  }

  /** What is written in it. */
  List<String> texts() {
    return texts;
  }

  /** Ends of lines where neither a pin nor a dot is. */
  long looseEnds() {
    return wires.stream()
        .flatMap(wire -> List.of(wire.points().getFirst(), wire.points().getLast()).stream())
        .filter(end -> dots.stream().noneMatch(dot -> dot.at().distance(end) < SAME_PLACE_PX))
        .count();
  }

  /** Names of the pins that are joined with one, without it. */
  Set<String> joinedWith(String pin) {
    Set<Dot> reached = new HashSet<>(dots(dot -> dot.pin().equals(pin)));
    int before = -1;
    while (before < reached.size()) {
      before = reached.size();
      for (Wire wire : wires) {
        List<Dot> touched = dots(dot -> dot.isPin() ? wire.endsAt(dot) : wire.passes(dot));
        if (touched.stream().anyMatch(reached::contains)) {
          reached.addAll(touched);
        }
      }
    }
    Set<String> names = new TreeSet<>();
    reached.stream().filter(Dot::isPin).map(Dot::pin).forEach(names::add);
    names.remove(pin);
    return names;
  }

  private List<Dot> dots(Predicate<Dot> which) {
    return dots.stream().filter(which).toList();
  }
}
