package silverpoint.picture.tracing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.geometry.Polyline;
import silverpoint.picture.tracing.LineGrid.Mark;

/**
 * Draws along the crests of soft lines, as one who draws does: the surest line first, each as far
 * as it goes. A later line keeps its distance from those that run its way (Jobard and Lefer 1997)
 * and ends on those that cross it, sharing a point with them; so the edges of one thing are not
 * drawn twice, and lines meet without forks.
 */
public final class RidgeTracer {
  private static final double STEP_PX = 0.75;

  /** Crests farther from a pixel's centre belong to its neighbour. */
  private static final double SEED_OFFSET_PX = 0.7;

  private static final double MIN_CURVATURE = 4e-3;

  /** The most that one step is led back to the crest. */
  private static final double MAX_CORRECTION_PX = 0.35;

  /** How fast a line gives in to the direction of the crest, 0..1. */
  private static final double SUPPLENESS = 0.5;

  /** A crest that turns more within a step is another one: cosine of 55 degrees. */
  private static final double MIN_TURN_COSINE = 0.57;

  /** Faint places up to this long are drawn across. */
  private static final double GAP_PX = 4;

  /** Lines that differ by less run the same way: cosine of 40 degrees. */
  private static final double PARALLEL_COSINE = 0.77;

  /** A line this near another meets it. */
  private static final double MEETING_PX = 1.3;

  /** Nothing comes nearer to lines that stand alone: ends that are closer look joined. */
  private static final double CLEAR_PX = 4.5;

  /** Lines that run together from this near are led into each other. */
  private static final double MERGING_PX = 7.5;

  private static final double MERGING_SLOPE = 2.2;

  /** Smaller cells between lines are specks. */
  private static final double MIN_CELL_PX2 = 110;

  /** Points of the line itself that are nearer along it are no obstacle. */
  private static final int OWN_POINTS = 14;

  private final RidgeField field;
  private final Function<Point, LineDemand> demand;
  private final LineGrid traced;
  private final LineGrid alone;

  /**
   * @param drawn lines that are there already: others keep their distance or end on them
   * @param alone lines that nothing meets
   */
  public RidgeTracer(
      RidgeField field,
      Function<Point, LineDemand> demand,
      List<Polyline> drawn,
      List<Polyline> alone) {
    this.field = field;
    this.demand = demand;
    traced = new LineGrid(field.width(), field.height());
    drawn.forEach(line -> traced.add(line.points()));
    this.alone = new LineGrid(field.width(), field.height());
    alone.forEach(line -> this.alone.add(line.points()));
  }

  /** Lines found so far. */
  private final List<Polyline> found = new ArrayList<>();

  private record Seed(Point at, Point along, double worth) {}

  public List<Polyline> lines() {
    List<Seed> seeds = seeds();
    seeds.sort(Comparator.comparingDouble(Seed::worth).reversed());
    for (Seed seed : seeds) {
      double separation = demand.apply(seed.at).separationPx();
      if (alone.nearest(seed.at, CLEAR_PX, seed.along, 0).isEmpty()
          && traced.nearest(seed.at, separation, seed.along, PARALLEL_COSINE).isEmpty()
          && traced.nearest(seed.at, MEETING_PX, seed.along, 0).isEmpty()) {
        List<Point> line = trace(seed);
        if (isWorthDrawing(line)) {
          traced.add(line);
          found.add(new Polyline(line));
        }
      }
    }
    return found;
  }

  private List<Seed> seeds() {
    List<Seed> seeds = new ArrayList<>();
    for (int y = 1; y < field.height() - 1; y++) {
      for (int x = 1; x < field.width() - 1; x++) {
        Point centre = new Point(x + 0.5, y + 0.5);
        double ink = field.ink(x, y);
        if (ink < 0.1) {
          continue;
        }
        LineDemand wanted = demand.apply(centre);
        if (ink < wanted.seedInk()) {
          continue;
        }
        RidgeField.Sample sample = field.at(centre);
        if (sample.curvature() < -MIN_CURVATURE && Math.abs(sample.offsetPx()) <= SEED_OFFSET_PX) {
          Point at = centre.plus(sample.across().times(sample.offsetPx()));
          seeds.add(new Seed(at, sample.along(), ink / wanted.seedInk()));
        }
      }
    }
    return seeds;
  }

  private List<Point> trace(Seed seed) {
    List<Point> line = new ArrayList<>(List.of(seed.at));
    follow(line, seed.along.times(-1));
    Collections.reverse(line);
    boolean closed = line.size() > 1 && line.getFirst().equals(line.getLast());
    if (!closed) {
      follow(line, seed.along);
    }
    return line;
  }

  /** Follows the crest from the line's last point for as long as there is one to draw. */
  private void follow(List<Point> line, Point direction) {
    Point heading = direction;
    int sure = line.size();
    while ((line.size() - sure) * STEP_PX <= GAP_PX) {
      Point next = line.getLast().plus(heading.times(STEP_PX));
      if (!field.contains(next)) {
        break;
      }
      RidgeField.Sample sample = field.at(next);
      boolean onCrest = sample.curvature() < -MIN_CURVATURE;
      if (onCrest) {
        Point along = sample.along().dot(heading) < 0 ? sample.along().times(-1) : sample.along();
        if (along.dot(heading) < MIN_TURN_COSINE) {
          break;
        }
        Point mixed = heading.towards(along, SUPPLENESS);
        heading = mixed.times(1 / mixed.norm());
        double offset = Math.clamp(sample.offsetPx(), -MAX_CORRECTION_PX, MAX_CORRECTION_PX);
        next = next.plus(sample.across().times(offset));
      }
      if (meets(next, heading, line)) {
        return;
      }
      line.add(next);
      if (onCrest && sample.ink() >= demand.apply(next).weakInk()) {
        sure = line.size();
      }
    }
    line.subList(sure, line.size()).clear();
  }

  /** Ends the line on another one, or on itself, when it has come to one. */
  private boolean meets(Point next, Point heading, List<Point> line) {
    if (alone.nearest(next, CLEAR_PX, heading, 0).isPresent()) {
      return true;
    }
    Optional<Mark> crossed = traced.nearest(next, MEETING_PX, heading, 0);
    if (crossed.isPresent()) {
      line.add(crossed.get().point());
      return true;
    }
    double separation = demand.apply(next).separationPx();
    Optional<Mark> beside = traced.nearest(next, separation, heading, PARALLEL_COSINE);
    if (beside.isPresent()) {
      merge(next, heading, beside.get(), line);
      return true;
    }
    for (int i = 0; i < line.size() - OWN_POINTS; i++) {
      if (line.get(i).distanceTo(next) < MEETING_PX) {
        if (area(line.subList(i, line.size())) < MIN_CELL_PX2) {
          line.subList(i + 1, line.size()).clear();
        } else {
          line.add(line.get(i));
        }
        return true;
      }
    }
    return false;
  }

  /** Leads the line into one that runs the same way. */
  private static void merge(Point at, Point heading, Mark beside, List<Point> line) {
    double distance = beside.point().distanceTo(at);
    if (distance <= MERGING_PX) {
      int points = (int) Math.round(MERGING_SLOPE * distance / STEP_PX);
      line.add(beside.ahead(heading, points));
    }
  }

  private boolean isWorthDrawing(List<Point> line) {
    if (line.size() < 3 || enclosesSpeck(line)) {
      return false;
    }
    double inkPx = 0;
    for (Point point : line) {
      inkPx += field.at(point).ink() * STEP_PX;
    }
    return inkPx >= demand.apply(line.get(line.size() / 2)).minInkPx();
  }

  /** Whether the line comes back to the one that it left, around next to nothing. */
  private boolean enclosesSpeck(List<Point> line) {
    Optional<Mark> from = traced.at(line.getFirst());
    Optional<Mark> to = traced.at(line.getLast());
    if (from.isEmpty() || to.isEmpty() || from.get().line() != to.get().line()) {
      return false;
    }
    List<Point> cell = new ArrayList<>(line);
    cell.addAll(to.get().way(from.get()));
    return area(cell) < MIN_CELL_PX2;
  }

  private static double area(List<Point> border) {
    double twice = 0;
    for (int i = 0; i < border.size(); i++) {
      Point a = border.get(i);
      Point b = border.get((i + 1) % border.size());
      twice += a.x() * b.y() - b.x() * a.y();
    }
    return Math.abs(twice) / 2;
  }
}
