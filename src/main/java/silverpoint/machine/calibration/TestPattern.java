package silverpoint.machine.calibration;

import java.util.ArrayList;
import java.util.List;
import silverpoint.foundation.geometry.Box;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.geometry.Polyline;

/**
 * A line that shows the faults of a machine: a frame (scale and skew), stairs and a circle (play:
 * steps become uneven, the circle gets flats or does not close), and back to where it began.
 *
 * @param areaMm that the stylus may enter
 */
public record TestPattern(Box areaMm) {
  private static final int STAIRS = 6;
  private static final int CIRCLE_POINTS = 180;

  /** The line from the start and back. */
  public Polyline lineMm(Point startMm) {
    List<Point> points = new ArrayList<>(List.of(startMm));
    Box frame = areaMm.inset(0.06 * areaMm.height());
    points.add(new Point(frame.x(), frame.bottom()));
    points.add(new Point(frame.x(), frame.y()));
    points.add(new Point(frame.right(), frame.y()));
    points.add(new Point(frame.right(), frame.bottom()));
    points.add(new Point(frame.x(), frame.bottom()));
    double stepMm = 0.25 * frame.width() / STAIRS;
    Point at = new Point(frame.x() + stepMm, frame.bottom());
    points.add(at);
    for (int i = 0; i < STAIRS; i++) {
      at = at.plus(new Point(0, -stepMm));
      points.add(at);
      at = at.plus(new Point(stepMm, 0));
      points.add(at);
    }
    double radiusMm = 0.3 * frame.height();
    Point centre = new Point(frame.right() - 1.4 * radiusMm, frame.centre().y());
    for (int i = 0; i <= CIRCLE_POINTS; i++) {
      double angle = Math.PI + 2 * Math.PI * i / CIRCLE_POINTS;
      points.add(centre.plus(new Point(Math.cos(angle), Math.sin(angle)).times(radiusMm)));
    }
    points.add(at);
    points.add(startMm);
    return new Polyline(points);
  }
}
