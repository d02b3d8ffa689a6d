package silverpoint.sketch;

import java.util.ArrayList;
import java.util.List;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.geometry.Polyline;
import silverpoint.machine.motion.MotionPlan;
import silverpoint.machine.motion.StepPlan;
import silverpoint.picture.stroke.Drawing;
import silverpoint.picture.stroke.Stroke;
import silverpoint.route.Leg;
import silverpoint.route.Route;

/**
 * A drawing on its way to the motors.
 *
 * @param drawing what is drawn; what else was seen of a guest is left behind here, since a line is
 *     kept until the toy is erased
 * @param dropped strokes that the time did not suffice for
 */
public record PlannedLine(
    Drawing drawing, List<Stroke> dropped, Route route, MotionPlan motionPlan, StepPlan stepPlan) {
  public PlannedLine {
    drawing = drawing.withoutSoftInk();
    dropped = List.copyOf(dropped);
  }

  /** Where the line begins to draw what is wanted; where it starts when nothing is. */
  public Point beginsMm() {
    return leash().getLast();
  }

  /** Length of the line before it draws what is wanted, mm. */
  public double leashMm() {
    return leash().size() == 1 ? 0 : new Polyline(leash()).length();
  }

  /** The route of a stylus that stands elsewhere: straight to where the line begins to draw. */
  public Route routeFrom(Point standsMm) {
    List<Leg> legs = new ArrayList<>(route.legs());
    List<Point> leash = leash();
    if (leash.size() > 1) {
      List<Point> first = legs.removeFirst().pathMm().points();
      if (leash.size() < first.size()) {
        legs.addFirst(
            new Leg.Connector(new Polyline(first.subList(leash.size() - 1, first.size()))));
      }
    }
    if (!legs.isEmpty() && !standsMm.equals(leash.getLast())) {
      legs.addFirst(new Leg.Connector(Polyline.of(standsMm, leash.getLast())));
    }
    // whatever is shorter from there would be shorter from the start by way of there
    double boundMm = route.lowerBoundMm() - standsMm.distanceTo(route.startMm());
    return new Route(standsMm, legs, Math.max(0, boundMm));
  }

  /** From the start to the first point of a wanted stroke, which may be a dot. */
  private List<Point> leash() {
    if (route.legs().isEmpty() || !(route.legs().getFirst() instanceof Leg.Connector first)) {
      return List.of(route.startMm());
    }
    List<Point> points = first.pathMm().points();
    for (int i = 1; i < points.size(); i++) {
      if (isDot(points.get(i))) {
        return points.subList(0, i + 1);
      }
    }
    return points;
  }

  private boolean isDot(Point point) {
    return drawing.strokes().stream()
        .map(Stroke::pathMm)
        .anyMatch(path -> path.length() == 0 && path.start().equals(point));
  }

  /** Length of the strokes that were dropped, mm. */
  public double droppedMm() {
    return dropped.stream().mapToDouble(stroke -> stroke.pathMm().length()).sum();
  }
}
