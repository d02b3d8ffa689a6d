package silverpoint.route;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.geometry.Polyline;
import silverpoint.picture.stroke.Page;

/**
 * Writes a trail as legs: one leg for each run of steps of one kind, without steps on the spot. A
 * short straight connector becomes a bow that goes on as the line came and leads into what follows,
 * as a hand turns round at the end of a row.
 */
final class Legs {
  /** Longer connectors look no better bent, line widths. */
  private static final double LONGEST_BOW = 8;

  /** The line's direction beside a connector is taken over this length, line widths. */
  private static final double LOOK = 1.2;

  /** A connector that goes on straight needs no bow: cosine of 15 degrees. */
  private static final double STRAIGHT = 0.966;

  private static final int BOW_POINTS = 8;

  private enum Kind {
    DRAW,
    RETRACE,
    CONNECTOR
  }

  private final List<Leg> finished = new ArrayList<>();
  private final List<Point> path = new ArrayList<>();
  private Kind kind = Kind.DRAW;

  private Legs(Point startMm) {
    path.add(startMm);
  }

  /**
   * The legs of a line.
   *
   * @param bows the page that bows stay on; empty for straight connectors
   */
  static List<Leg> of(List<Step> line, Point startMm, Optional<Page> bows) {
    Legs legs = new Legs(startMm);
    Map<Chain, List<Point>> drawn = new HashMap<>();
    for (int i = 0; i < line.size(); i++) {
      Step step = line.get(i);
      Chain chain = step.chain();
      List<Point> known = drawn.get(chain);
      if (known != null) {
        legs.add(Kind.RETRACE, step.backwards() ? known.reversed() : known);
        continue;
      }
      List<Point> points = chain.ink() || bows.isEmpty() ? step.pathMm() : bow(line, i, bows.get());
      drawn.put(chain, step.backwards() ? points.reversed() : points);
      legs.add(chain.ink() ? Kind.DRAW : Kind.CONNECTOR, points);
    }
    legs.finish();
    return legs.finished;
  }

  /** A cubic Bezier curve, of a half circle's height where the line turns round. */
  private static List<Point> bow(List<Step> line, int i, Page page) {
    List<Point> connector = line.get(i).pathMm();
    Point from = connector.getFirst();
    Point to = connector.getLast();
    double lengthMm = from.distanceTo(to);
    if (connector.size() > 2
        || i == 0
        || i + 1 == line.size()
        || lengthMm > LONGEST_BOW * page.lineWidthMm()) {
      return connector;
    }
    double lookMm = LOOK * page.lineWidthMm();
    Point in = direction(line.get(i - 1).pathMm().reversed(), lookMm).times(-1);
    Point out = direction(line.get(i + 1).pathMm(), lookMm);
    Point along = to.minus(from).times(1 / Math.max(1e-9, lengthMm));
    if (in.norm() == 0
        || out.norm() == 0
        || (in.dot(along) > STRAIGHT && out.dot(along) > STRAIGHT)) {
      return connector;
    }
    double handleMm = lengthMm * (3 - in.dot(out)) / 6;
    Point a = from.plus(in.times(handleMm));
    Point b = to.minus(out.times(handleMm));
    List<Point> bow = new ArrayList<>(List.of(from));
    for (int k = 1; k < BOW_POINTS; k++) {
      double t = (double) k / BOW_POINTS;
      Point at =
          from.times((1 - t) * (1 - t) * (1 - t))
              .plus(a.times(3 * t * (1 - t) * (1 - t)))
              .plus(b.times(3 * t * t * (1 - t)))
              .plus(to.times(t * t * t));
      if (!page.drawableMm().contains(at)) {
        return connector;
      }
      bow.add(at);
    }
    bow.add(to);
    return bow;
  }

  /** Unit vector in which a path begins; 0 for a dot. */
  private static Point direction(List<Point> pathMm, double lookMm) {
    Point start = pathMm.getFirst();
    Point ahead = pathMm.getLast();
    for (Point point : pathMm) {
      if (point.distanceTo(start) >= lookMm) {
        ahead = point;
        break;
      }
    }
    Point along = ahead.minus(start);
    return along.norm() == 0 ? along : along.times(1 / along.norm());
  }

  private void add(Kind next, List<Point> points) {
    for (Point point : points) {
      if (point.equals(path.getLast())) {
        continue;
      }
      if (next != kind) {
        finish();
        kind = next;
      }
      path.add(point);
    }
  }

  private void finish() {
    if (path.size() > 1) {
      Polyline done = new Polyline(path);
      finished.add(
          switch (kind) {
            case DRAW -> new Leg.Draw(done);
            case RETRACE -> new Leg.Retrace(done);
            case CONNECTOR -> new Leg.Connector(done);
          });
      path.clear();
      path.add(done.end());
    }
  }
}
