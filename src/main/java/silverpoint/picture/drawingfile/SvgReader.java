package silverpoint.picture.drawingfile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import silverpoint.foundation.geometry.Affine;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.geometry.Polyline;

/**
 * The lines of an SVG 1.1 document in the units of its root: paths, polylines, polygons, lines,
 * circles, ellipses and rectangles, in groups with transforms and wherever {@code use} repeats
 * them. Filled shapes count as their outline, save those as white as paper. What cannot be drawn is
 * named.
 */
final class SvgReader {
  private static final int MOST_DEPTH = 300;
  private static final int MOST_ELEMENTS = 200_000;

  /** Of the attributes of all elements, as often as they are drawn. */
  private static final long MOST_LETTERS = 20_000_000;

  private static final double MOST_UNITS = 1e9;

  private static final Set<String> HIDDEN =
      Set.of("defs", "symbol", "clipPath", "mask", "marker", "pattern", "metadata");

  private static final Set<String> WHITE =
      Set.of("none", "white", "#fff", "#ffffff", "transparent");

  /** What an element passes on to those inside it. */
  private record Context(Affine map, String stroke, String fill, int depth) {}

  private final SvgElement root;
  private final Map<String, SvgElement> byId = new HashMap<>();
  private final Set<String> repeating = new HashSet<>();
  private final SvgLosses losses = new SvgLosses();
  private final List<Polyline> lines = new ArrayList<>();
  private int elements;
  private long letters;
  private int points;

  private SvgReader(SvgElement root) {
    this.root = root;
  }

  static FileLines lines(byte[] file) {
    try {
      SvgReader reader = new SvgReader(SvgElement.read(file));
      reader.note(reader.root, 0);
      reader.read(reader.root, new Context(Affine.IDENTITY, "", "", 0));
      return new FileLines(reader.lines, reader.losses.sentences());
    } catch (XMLStreamException e) {
      throw new DrawingFileException(
          "it is broken XML at line " + e.getLocation().getLineNumber(), e);
    } catch (IllegalArgumentException e) {
      throw new DrawingFileException("it is a broken SVG: " + e.getMessage(), e);
    }
  }

  private void note(SvgElement element, int depth) {
    requireDepth(depth);
    String id = element.attribute("id");
    if (!id.isEmpty()) {
      byId.putIfAbsent(id, element);
    }
    element.children().forEach(child -> note(child, depth + 1));
  }

  private static void requireDepth(int depth) {
    if (depth > MOST_DEPTH) {
      throw new IllegalArgumentException("its groups nest deeper than " + MOST_DEPTH);
    }
  }

  private void read(SvgElement element, Context outer) {
    elements++;
    letters += element.letters();
    if (elements > MOST_ELEMENTS || letters > MOST_LETTERS) {
      throw new IllegalArgumentException(
          "it draws more than %d elements, or %d letters of data: simplify it"
              .formatted(MOST_ELEMENTS, MOST_LETTERS));
    }
    requireDepth(outer.depth);
    boolean hidden =
        HIDDEN.contains(element.name())
            || element.style("display").equals("none")
            || element.style("visibility").equals("hidden");
    if (hidden || losses.isLost(element)) {
      return;
    }
    Affine map = SvgTransform.parse(element.attribute("transform")).then(outer.map);
    String stroke = element.style("stroke");
    String fill = element.style("fill");
    Context context =
        new Context(
            map,
            stroke.isEmpty() ? outer.stroke : stroke,
            fill.isEmpty() ? outer.fill : fill,
            outer.depth + 1);
    switch (element.name()) {
      case "use" -> repeat(element, context);
      case "svg" -> {
        Affine place = Affine.translation(element.number("x"), element.number("y"));
        frame(element, element, at(context, place));
      }
      default -> {
        if (isInk(context)) {
          SvgShape.lines(element).forEach(line -> add(line, map));
        }
        inside(element, context);
      }
    }
  }

  private void inside(SvgElement element, Context context) {
    element.children().forEach(child -> read(child, context));
  }

  private static Context at(Context context, Affine place) {
    return new Context(place.then(context.map), context.stroke, context.fill, context.depth);
  }

  /**
   * Draws what lies in a frame with a {@code viewBox} of its own.
   *
   * @param sized says how large the frame is
   */
  private void frame(SvgElement frame, SvgElement sized, Context context) {
    inside(
        frame, at(context, SvgViewport.map(frame, sized.number("width"), sized.number("height"))));
  }

  private void repeat(SvgElement use, Context context) {
    String href = use.attribute("href");
    SvgElement shown = href.startsWith("#") ? byId.get(href.substring(1)) : null;
    if (shown == null) {
      losses.add(use.name());
      return;
    }
    if (!repeating.add(href)) {
      throw new IllegalArgumentException("a <use> of " + href + " repeats itself");
    }
    Context placed = at(context, Affine.translation(use.number("x"), use.number("y")));
    if (shown.name().equals("symbol")) {
      frame(shown, use.attribute("width").isEmpty() ? shown : use, placed);
    } else {
      read(shown, placed);
    }
    repeating.remove(href);
  }

  private static boolean isInk(Context context) {
    boolean stroked = !context.stroke.isEmpty() && !WHITE.contains(context.stroke);
    return stroked || !WHITE.contains(context.fill);
  }

  private void add(List<Point> line, Affine map) {
    if (line.size() < 2) {
      return;
    }
    points += line.size();
    if (points > LineArtFile.MOST_POINTS) {
      throw DrawingFileException.ofTooManyPoints();
    }
    Polyline drawn = new Polyline(line).transformed(map);
    if (!drawn.points().stream().allMatch(SvgReader::isWithinReason)) {
      throw new IllegalArgumentException("it is wider than " + MOST_UNITS + " units");
    }
    lines.add(drawn);
  }

  private static boolean isWithinReason(Point point) {
    return Math.max(Math.abs(point.x()), Math.abs(point.y())) <= MOST_UNITS;
  }
}
