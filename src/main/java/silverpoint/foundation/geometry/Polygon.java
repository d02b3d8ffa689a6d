package silverpoint.foundation.geometry;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** A closed area by its corners, at least three; the last corner is joined to the first. */
public final class Polygon {
  private final List<Point> corners;

  /** Asked for every place of a raster: known from the beginning. */
  private final Box bounds;

  public Polygon(List<Point> corners) {
    this.corners = List.copyOf(corners);
    if (corners.size() < 3) {
      throw new IllegalArgumentException("a polygon needs three corners, got " + corners.size());
    }
    bounds = Box.around(this.corners);
  }

  public List<Point> corners() {
    return corners;
  }

  /** The ellipse around {@code centre} with these half axes. */
  public static Polygon ellipse(Point centre, double halfWidth, double halfHeight) {
    int corners = 48;
    return new Polygon(
        IntStream.range(0, corners)
            .mapToObj(i -> 2 * Math.PI * i / corners)
            .map(angle ->
                centre.plus(new Point(halfWidth * Math.cos(angle), halfHeight * Math.sin(angle))))
            .toList());
  }

  /** The convex hull (Andrew 1979); of three points or more that do not lie on one line. */
  public static Polygon hull(Collection<Point> points) {
    List<Point> sorted =
        points.stream()
            .sorted(Comparator.comparingDouble(Point::x).thenComparingDouble(Point::y))
            .toList();
    ArrayList<Point> hull = new ArrayList<>(chain(sorted));
    hull.addAll(chain(sorted.reversed()));
    return new Polygon(hull);
  }

  /** One side of the hull, without its last point. */
  private static List<Point> chain(List<Point> sorted) {
    ArrayList<Point> chain = new ArrayList<>();
    for (Point point : sorted) {
      while (chain.size() > 1
          && chain.getLast().minus(chain.get(chain.size() - 2)).cross(point.minus(chain.getLast()))
              <= 0) {
        chain.removeLast();
      }
      chain.add(point);
    }
    return chain.subList(0, chain.size() - 1);
  }

  /** Whether the point lies inside: the even-odd rule. */
  public boolean contains(Point point) {
    if (!bounds.contains(point)) {
      return false;
    }
    boolean inside = false;
    Point a = corners.getLast();
    for (Point b : corners) {
      if ((a.y() > point.y()) != (b.y() > point.y())
          && point.x() < a.x() + (point.y() - a.y()) / (b.y() - a.y()) * (b.x() - a.x())) {
        inside = !inside;
      }
      a = b;
    }
    return inside;
  }

  /** Distance to the border, inside and outside. */
  public double distanceToBorder(Point point) {
    double distance = Double.POSITIVE_INFINITY;
    Point a = corners.getLast();
    for (Point b : corners) {
      distance = Math.min(distance, point.distanceToSegment(a, b));
      a = b;
    }
    return distance;
  }

  /** Whether the point lies inside or no farther than {@code margin} from it. */
  public boolean reaches(Point point, double margin) {
    return bounds.inset(-margin).contains(point)
        && (contains(point) || distanceToBorder(point) <= margin);
  }

  public Box bounds() {
    return bounds;
  }

  /** This polygon larger by {@code factor} around the middle of its bounds. */
  public Polygon grown(double factor) {
    Point centre = bounds.centre();
    return new Polygon(corners.stream().map(p -> centre.towards(p, factor)).toList());
  }
}
