package silverpoint.route;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import silverpoint.geometry.Point;
import silverpoint.geometry.Polyline;

/** Writes a trail as legs: one leg for each run of steps of one kind, without steps on the spot. */
final class Legs {
  private enum Kind {
    DRAW,
    RETRACE,
    CONNECTOR
  }

  private final List<Leg> finished = new ArrayList<>();
  private final List<Point> path = new ArrayList<>();
  private Kind kind = Kind.DRAW;

  private Legs(Point homeMm) {
    path.add(homeMm);
  }

  static List<Leg> of(List<Step> line, Point homeMm) {
    Legs legs = new Legs(homeMm);
    Set<Chain> drawn = new HashSet<>();
    for (Step step : line) {
      Chain chain = step.chain();
      Kind kind = chain.ink() ? Kind.DRAW : Kind.CONNECTOR;
      legs.add(drawn.add(chain) ? kind : Kind.RETRACE, step.pathMm());
    }
    legs.finish();
    return legs.finished;
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
