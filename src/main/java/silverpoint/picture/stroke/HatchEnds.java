package silverpoint.picture.stroke;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import silverpoint.foundation.geometry.Point;

/**
 * Leads the free ends of hatches into the lines that they run beside or towards, as locks of hair
 * join: in one curve, onto a point that both share, so that the way from one hatch to the next is
 * no rung of its own.
 *
 * @param lineWidth in the unit of the lines, whose points lie closer than half of it
 * @param mayMeet the places where lines may be met
 */
record HatchEnds(double lineWidth, Predicate<Point> mayMeet) {
  /** No end is led farther, line widths: farther off is another lock. */
  private static final double REACH_LINE_WIDTHS = 10;

  /** A line beside an end is come to on no shorter way, line widths: shorter ones are rungs. */
  private static final double LEAST_BESIDE_LINE_WIDTHS = 6;

  /** No other line comes so near to the way, line widths. */
  private static final double CLEAR_LINE_WIDTHS = 0.5;

  /** An end turns no more than this: cosine of 50 degrees. */
  private static final double LEAST_AHEAD = 0.64;

  /** Lines that run more alike than this, cosine of 40 degrees, are beside each other. */
  private static final double BESIDE = 0.77;

  /** A turn by 60 degrees is as dear as two and a half times the way. */
  private static final double TURN_PRICE = 3;

  /** Directions of ends are taken over this many points, and so are those of lines to each side. */
  private static final int END_POINTS = 4;

  private static final int SIDE_POINTS = 2;

  /** A point of a line, and how a hatch arrives there. */
  private record Meeting(List<Point> line, int index, Point arriving, double price) {
    Point place() {
      return line.get(index);
    }
  }

  /** The hatches, led on; the other lines stay as they are. */
  List<List<Point>> led(List<List<Point>> hatches, List<List<Point>> lines) {
    List<List<Point>> led = new ArrayList<>();
    hatches.forEach(hatch -> led.add(new ArrayList<>(hatch)));
    List<List<Point>> all = new ArrayList<>(lines);
    all.addAll(led);
    for (List<Point> hatch : led) {
      lead(hatch, all);
      Collections.reverse(hatch);
      lead(hatch, all);
      Collections.reverse(hatch);
    }
    return led;
  }

  private void lead(List<Point> hatch, List<List<Point>> all) {
    Point end = hatch.getLast();
    Point heading = direction(hatch.get(Math.max(0, hatch.size() - 1 - END_POINTS)), end);
    List<List<Point>> others = all.stream().filter(line -> line != hatch).toList();
    if (others.stream().anyMatch(line -> line.contains(end))) {
      return;
    }
    others.stream()
        .flatMap(line -> meetings(line, end, heading).stream())
        .sorted(Comparator.comparingDouble(Meeting::price))
        .map(meeting -> new Way(meeting, curve(end, heading, meeting)))
        .filter(way -> isClear(way, others))
        .findFirst()
        .ifPresent(way -> hatch.addAll(way.points));
  }

  private List<Meeting> meetings(List<Point> line, Point end, Point heading) {
    List<Meeting> meetings = new ArrayList<>();
    for (int i = 0; i < line.size(); i++) {
      double distance = line.get(i).distanceTo(end);
      if (distance > REACH_LINE_WIDTHS * lineWidth) {
        continue;
      }
      Point towards = direction(end, line.get(i));
      Point along =
          direction(
              line.get(Math.max(0, i - SIDE_POINTS)),
              line.get(Math.min(line.size() - 1, i + SIDE_POINTS)));
      Point onward = along.dot(heading) < 0 ? along.times(-1) : along;
      double ahead = towards.dot(heading);
      boolean isBeside = onward.dot(heading) > BESIDE;
      if (ahead >= LEAST_AHEAD
          && (!isBeside || distance >= LEAST_BESIDE_LINE_WIDTHS * lineWidth)
          && mayMeet.test(line.get(i))) {
        double price = distance * (1 + TURN_PRICE * (1 - ahead));
        meetings.add(new Meeting(line, i, isBeside ? onward : towards, price));
      }
    }
    return meetings;
  }

  /** The points of a way after the end. */
  private record Way(Meeting meeting, List<Point> points) {}

  /** Whether no other line is near, and the one that is met is met from one side. */
  private boolean isClear(Way way, List<List<Point>> others) {
    Point end = way.points.getLast();
    double clear = CLEAR_LINE_WIDTHS * lineWidth;
    return !isCrossed(way.points, way.meeting.line)
        && others.stream()
            .filter(line -> line != way.meeting.line)
            .flatMap(List::stream)
            .filter(point -> point.distanceTo(end) <= 2 * REACH_LINE_WIDTHS * lineWidth)
            .noneMatch(point -> way.points.stream().anyMatch(at -> at.distanceTo(point) < clear));
  }

  private static boolean isCrossed(List<Point> way, List<Point> line) {
    for (int i = 1; i < way.size() - 1; i++) {
      Point a = way.get(i - 1);
      Point b = way.get(i);
      for (int k = 1; k < line.size(); k++) {
        Point c = line.get(k - 1);
        Point d = line.get(k);
        if (side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0) {
          return true;
        }
      }
    }
    return false;
  }

  private static double side(Point from, Point to, Point of) {
    return to.minus(from).cross(of.minus(from));
  }

  /** A cubic of Hermite. */
  private List<Point> curve(Point from, Point heading, Meeting meeting) {
    Point to = meeting.place();
    double length = from.distanceTo(to);
    int steps = (int) Math.ceil(length / (CLEAR_LINE_WIDTHS * lineWidth));
    List<Point> curve = new ArrayList<>();
    for (int i = 1; i < steps; i++) {
      double t = (double) i / steps;
      double left = 1 - t;
      curve.add(
          from.times(left * left * (1 + 2 * t))
              .plus(heading.times(length * t * left * left))
              .plus(to.times(t * t * (3 - 2 * t)))
              .minus(meeting.arriving.times(length * t * t * left)));
    }
    curve.add(to);
    return curve;
  }

  private static Point direction(Point from, Point to) {
    Point way = to.minus(from);
    return way.norm() == 0 ? new Point(0, 0) : way.times(1 / way.norm());
  }
}
