package silverpoint.picture.stroke;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import silverpoint.foundation.geometry.Point;

/**
 * Closes the gaps that an eye would close: free ends that go on in each other become one line, and
 * a free end that nearly touches another line is led onto a point of it, which they then share.
 * Fewer pieces make a shorter single line.
 *
 * @param linkReach the widest gap between ends that go on in each other
 * @param touchReach the widest gap between an end and a line
 */
public record LineLinking(double linkReach, double touchReach) {
  /** Ends turn no more than this into the gap: cosine of 50 degrees. */
  private static final double MIN_CONTINUATION = 0.64;

  /** An end is led forwards or sideways, not back: cosine of 100 degrees. */
  private static final double MIN_TOUCH = -0.17;

  /** Directions at ends are taken over this many points. */
  private static final int END_POINTS = 6;

  /** Points of the same line must be this many points apart to be touched by its end. */
  private static final int OWN_POINTS = 16;

  /** A line in the making. */
  private record End(List<Point> line, boolean atStart) {
    Point point() {
      return atStart ? line.getFirst() : line.getLast();
    }

    /** Unit vector out of the line. */
    Point outward() {
      int inside = Math.min(END_POINTS, line.size() - 1);
      Point from = atStart ? line.get(inside) : line.get(line.size() - 1 - inside);
      Point out = point().minus(from);
      return out.norm() == 0 ? new Point(0, 0) : out.times(1 / out.norm());
    }
  }

  private record Gap(End a, End b, double distance) {}

  /** An end, and the point that it is led onto. */
  private record Touch(End end, Point point, double distance) {}

  /** The linked lines, in the order of the first of those that became one. */
  List<List<Point>> link(List<List<Point>> lines) {
    List<List<Point>> linked = new ArrayList<>();
    lines.forEach(line -> linked.add(new ArrayList<>(line)));
    Optional<Gap> gap = narrowest(linked);
    while (gap.isPresent()) {
      close(gap.get(), linked);
      gap = narrowest(linked);
    }
    touch(linked);
    return linked;
  }

  /** Points that two lines share, or one line passes twice. */
  public static Set<Point> shared(List<List<Point>> lines) {
    Map<Point, Integer> uses = new HashMap<>();
    for (List<Point> line : lines) {
      boolean closed = line.getFirst().equals(line.getLast());
      line.subList(closed ? 1 : 0, line.size()).forEach(p -> uses.merge(p, 1, Integer::sum));
    }
    return uses.entrySet().stream()
        .filter(use -> use.getValue() > 1)
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  private static List<End> freeEnds(List<List<Point>> lines) {
    Set<Point> shared = shared(lines);
    List<End> ends = new ArrayList<>();
    for (List<Point> line : lines) {
      if (!line.getFirst().equals(line.getLast())) {
        for (boolean atStart : new boolean[] {true, false}) {
          End end = new End(line, atStart);
          if (!shared.contains(end.point())) {
            ends.add(end);
          }
        }
      }
    }
    return ends;
  }

  private Optional<Gap> narrowest(List<List<Point>> lines) {
    List<End> ends = freeEnds(lines);
    List<Gap> gaps = new ArrayList<>();
    for (int i = 0; i < ends.size(); i++) {
      for (int k = 0; k < i; k++) {
        Gap gap =
            new Gap(ends.get(i), ends.get(k), ends.get(i).point().distanceTo(ends.get(k).point()));
        if (gap.distance <= linkReach && continues(gap)) {
          gaps.add(gap);
        }
      }
    }
    return gaps.stream().min(Comparator.comparingDouble(Gap::distance));
  }

  private static boolean continues(Gap gap) {
    if (gap.a.line == gap.b.line && gap.a.line.size() < 2 * OWN_POINTS) {
      return false;
    }
    Point out = gap.a.outward();
    Point in = gap.b.outward().times(-1);
    if (gap.distance < 1) {
      return out.dot(in) > MIN_CONTINUATION;
    }
    Point across = gap.b.point().minus(gap.a.point()).times(1 / gap.distance);
    return out.dot(across) > MIN_CONTINUATION
        && in.dot(across) > MIN_CONTINUATION
        && out.dot(in) > MIN_CONTINUATION - 0.2;
  }

  private static void close(Gap gap, List<List<Point>> lines) {
    if (gap.a.line == gap.b.line) {
      gap.a.line.add(gap.a.line.getFirst());
      return;
    }
    List<Point> joined = new ArrayList<>(gap.a.atStart ? gap.a.line.reversed() : gap.a.line);
    joined.addAll(gap.b.atStart ? gap.b.line : gap.b.line.reversed());
    int first = Math.min(index(lines, gap.a.line), index(lines, gap.b.line));
    lines.set(first, joined);
    lines.removeIf(line -> line == gap.a.line || line == gap.b.line);
  }

  /** By identity: equal lines may lie on top of each other. */
  private static int index(List<List<Point>> lines, List<Point> line) {
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i) == line) {
        return i;
      }
    }
    throw new IllegalArgumentException("not one of the lines");
  }

  /** The nearest first; an end that another one was led onto is no longer free. */
  private void touch(List<List<Point>> lines) {
    List<Touch> touches = new ArrayList<>();
    freeEnds(lines).forEach(end -> nearest(end, lines).ifPresent(touches::add));
    touches.sort(Comparator.comparingDouble(Touch::distance));
    Set<Point> touched = new HashSet<>();
    for (Touch touch : touches) {
      if (!touched.contains(touch.end.point())) {
        touched.add(touch.point);
        if (touch.end.atStart) {
          touch.end.line.addFirst(touch.point);
        } else {
          touch.end.line.addLast(touch.point);
        }
      }
    }
  }

  private Optional<Touch> nearest(End end, List<List<Point>> lines) {
    Point at = end.point();
    Point out = end.outward();
    Optional<Touch> best = Optional.empty();
    double least = touchReach;
    for (List<Point> line : lines) {
      for (int i = 0; i < line.size(); i++) {
        int own = end.atStart ? i : line.size() - 1 - i;
        if (line == end.line && own < OWN_POINTS) {
          continue;
        }
        Point to = line.get(i).minus(at);
        double distance = to.norm();
        if (distance > 0 && distance <= least && to.dot(out) >= MIN_TOUCH * distance) {
          least = distance;
          best = Optional.of(new Touch(end, line.get(i), distance));
        }
      }
    }
    return best;
  }
}
