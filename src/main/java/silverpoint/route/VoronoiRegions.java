package silverpoint.route;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PrimitiveIterator;
import java.util.stream.LongStream;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.geometry.Polyline;
import silverpoint.route.StrokeNetwork.Segment;
import silverpoint.route.StrokeNetwork.Site;

/**
 * The page divided among the components of the ink: every cell of {@link Paper} belongs to the
 * component that is cheapest to reach from it, found by {@link Dijkstra}'s algorithm from all ink
 * at once. Where two regions meet, the ways back to both components are a connector that is a
 * geodesic of the visibility charge; those over the cheapest crossings contain a minimum spanning
 * tree of the components (Mehlhorn 1988).
 */
final class VoronoiRegions {
  private static final int NOBODY = Dijkstra.NONE;

  /** Steps to the cells around, half of them: the other half goes the other way. */
  private static final int[][] STEPS = {
    {1, 0}, {0, 1}, {1, 1}, {1, -1}, {2, 1}, {1, 2}, {2, -1}, {1, -2}
  };

  /**
   * A straight connector may cost this many times the bent one: corners that save less make a face
   * restless.
   */
  private static final double STRAIGHT_ENOUGH = 1.1;

  /** Corners are rounded over this: with less, a connector along a nose follows every cell. */
  private static final double ROUND_LINE_WIDTHS = 7;

  private final StrokeNetwork network;
  private final Paper paper;
  private final int[] owner;
  private final int[] segment;
  private final Dijkstra reached;

  VoronoiRegions(StrokeNetwork network, Paper paper) {
    this.network = network;
    this.paper = paper;
    int cells = paper.columns() * paper.rows();
    owner = new int[cells];
    segment = new int[cells];
    reached = new Dijkstra(cells);
    Arrays.fill(owner, NOBODY);
    List<List<Integer>> components = network.components();
    for (int c = 0; c < components.size(); c++) {
      for (int s : components.get(c)) {
        settle(c, s);
      }
    }
    spread();
  }

  /** Gives the cells under a segment to its component. */
  private void settle(int component, int s) {
    Segment ink = network.segments().get(s);
    Point a = network.pointMm(ink.from());
    Point b = network.pointMm(ink.to());
    int samples = 1 + (int) (2 * a.distanceTo(b) / paper.cellMm());
    for (int i = 0; i <= samples; i++) {
      Point at = a.towards(b, (double) i / samples);
      int cell = paper.cell(at.x(), at.y());
      if (owner[cell] == NOBODY) {
        owner[cell] = component;
        segment[cell] = s;
        reached.reach(cell, 0, NOBODY);
      }
    }
  }

  private void spread() {
    int columns = paper.columns();
    for (int cell = reached.next(); cell != NOBODY; cell = reached.next()) {
      int column = cell % columns;
      int row = cell / columns;
      for (int[] step : STEPS) {
        for (int sense = -1; sense <= 1; sense += 2) {
          int x = column + sense * step[0];
          int y = row + sense * step[1];
          if (x < 0 || y < 0 || x >= columns || y >= paper.rows()) {
            continue;
          }
          int next = y * columns + x;
          if (reached.reach(next, price(cell) + stepPrice(cell, next, step), cell)) {
            owner[next] = owner[cell];
            segment[next] = segment[cell];
          }
        }
      }
    }
  }

  /** Single precision is enough, and sorts like its bits. */
  private float price(int cell) {
    return (float) reached.price(cell);
  }

  private float stepPrice(int from, int to, int[] step) {
    double lengthMm = paper.cellMm() * Math.sqrt(step[0] * step[0] + step[1] * step[1]);
    return (float) (lengthMm * (paper.perMm(from) + paper.perMm(to)) / 2);
  }

  private record Pair(int a, int b) {}

  /**
   * The cheapest connectors between neighbouring components, the cheapest first.
   *
   * @param perPair at most so many between the same two
   * @param apartMm their ends are so far apart
   * @param dearer none costs so many times more than the cheapest between the same two
   */
  List<Connector> connectors(int perPair, double apartMm, double dearer) {
    Map<Pair, List<Connector>> chosen = new HashMap<>();
    List<Connector> connectors = new ArrayList<>();
    PrimitiveIterator.OfLong crossings = crossings().iterator();
    while (crossings.hasNext()) {
      int crossing = (int) crossings.nextLong();
      int cell = crossing / STEPS.length;
      int next = across(cell, STEPS[crossing % STEPS.length]);
      Pair pair = new Pair(Math.min(owner[cell], owner[next]), Math.max(owner[cell], owner[next]));
      List<Connector> known = chosen.computeIfAbsent(pair, p -> new ArrayList<>());
      if (known.size() < perPair && !isNear(known, root(cell), root(next), apartMm)) {
        Connector connector = connector(cell, next);
        if (known.isEmpty() || connector.price() <= dearer * known.getFirst().price()) {
          known.add(connector);
          connectors.add(connector);
        }
      }
    }
    return connectors;
  }

  /** Steps from one region into another by their price, cell and direction as one number. */
  private LongStream crossings() {
    LongStream.Builder found = LongStream.builder();
    for (int cell = 0; cell < owner.length; cell++) {
      for (int s = 0; s < STEPS.length; s++) {
        int next = across(cell, STEPS[s]);
        if (next != NOBODY && owner[next] != owner[cell]) {
          float sum = price(cell) + price(next) + stepPrice(cell, next, STEPS[s]);
          // a price that is not negative sorts like its bits
          found.add((long) Float.floatToRawIntBits(sum) << 32 | (cell * STEPS.length + s));
        }
      }
    }
    return found.build().sorted();
  }

  private int across(int cell, int[] step) {
    int x = cell % paper.columns() + step[0];
    int y = cell / paper.columns() + step[1];
    boolean onPage = x < paper.columns() && y >= 0 && y < paper.rows();
    return onPage ? y * paper.columns() + x : NOBODY;
  }

  private int root(int cell) {
    int root = cell;
    while (reached.before(root) != NOBODY) {
      root = reached.before(root);
    }
    return root;
  }

  private boolean isNear(List<Connector> known, int a, int b, double apartMm) {
    for (Connector connector : known) {
      Point from = connector.from().pointMm();
      Point to = connector.to().pointMm();
      for (int cell : new int[] {a, b}) {
        Point at = paper.centreMm(cell);
        if (at.distanceTo(from) < apartMm || at.distanceTo(to) < apartMm) {
          return true;
        }
      }
    }
    return false;
  }

  private Connector connector(int cell, int next) {
    List<Point> path = new ArrayList<>(wayTo(cell).reversed());
    path.addAll(wayTo(next));
    Site from = site(segment[cell], path.get(1));
    Site to = site(segment[next], path.get(path.size() - 2));
    path.set(0, from.pointMm());
    path.set(path.size() - 1, to.pointMm());
    List<Point> straightened = new ArrayList<>(List.of(from.pointMm()));
    straighten(path, 0, path.size() - 1, straightened);
    boolean straight =
        straightened.stream()
            .allMatch(p -> p.distanceToSegment(from.pointMm(), to.pointMm()) < 2 * paper.cellMm());
    double roundMm = ROUND_LINE_WIDTHS * paper.lineWidthMm();
    List<Point> way =
        straight
            ? List.of(from.pointMm(), to.pointMm())
            : new Polyline(straightened).smoothed(roundMm, roundMm / 4).points();
    return new Connector(from, to, way, paper.connector(way));
  }

  /** From a cell back to ink, the ink last; at least one point beside the ink's. */
  private List<Point> wayTo(int cell) {
    List<Point> way = new ArrayList<>();
    for (int at = cell; at != NOBODY; at = reached.before(at)) {
      way.add(paper.centreMm(at));
    }
    return way.size() > 1 ? way : List.of(way.getFirst(), way.getFirst());
  }

  private Site site(int s, Point near) {
    Segment ink = network.segments().get(s);
    return Site.nearest(s, near, network.pointMm(ink.from()), network.pointMm(ink.to()));
  }

  /** Keeps of the points between two only those whose corners are worth it. */
  private void straighten(List<Point> path, int first, int last, List<Point> kept) {
    Point a = path.get(first);
    Point b = path.get(last);
    double along = paper.connector(path.subList(first, last + 1));
    if (last - first < 2 || paper.connector(a, b) <= STRAIGHT_ENOUGH * along) {
      kept.add(b);
      return;
    }
    int farthest = first + 1;
    double mostMm = -1;
    for (int i = first + 1; i < last; i++) {
      double awayMm = path.get(i).distanceToSegment(a, b);
      if (awayMm > mostMm) {
        mostMm = awayMm;
        farthest = i;
      }
    }
    straighten(path, first, farthest, kept);
    straighten(path, farthest, last, kept);
  }
}
