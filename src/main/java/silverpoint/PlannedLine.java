package silverpoint;

import java.util.List;
import silverpoint.motion.MotionPlan;
import silverpoint.motion.StepPlan;
import silverpoint.route.Route;
import silverpoint.stroke.Drawing;
import silverpoint.stroke.Stroke;

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

  /** Length of the strokes that were dropped, mm. */
  public double droppedMm() {
    return dropped.stream().mapToDouble(stroke -> stroke.pathMm().length()).sum();
  }
}
