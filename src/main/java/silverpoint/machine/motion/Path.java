package silverpoint.machine.motion;

import java.util.Arrays;
import silverpoint.foundation.geometry.Box;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.geometry.Polyline;

/**
 * The corner points of a line, in mm. Points on a straight line and points that the motors cannot
 * tell from the one before are left out, so that they cannot change the speed.
 */
final class Path {
  /** Far below a step, far above the rounding of a point put on a line. */
  private static final double STRAIGHT_MM = 1e-9;

  private double[] xMm;
  private double[] yMm;
  private int size;

  private Path(int capacity) {
    xMm = new double[capacity];
    yMm = new double[capacity];
  }

  static Path of(Polyline lineMm, Box areaMm, MotionSettings settings) {
    Path path = new Path(1024);
    for (Point point : lineMm.points()) {
      path.add(point, areaMm);
    }
    path.dropStraight();
    path.dropCloserThanHalfAStep(settings);
    path.dropStraight();
    return path;
  }

  int size() {
    return size;
  }

  double x(int i) {
    return xMm[i];
  }

  double y(int i) {
    return yMm[i];
  }

  private void add(Point point, Box areaMm) {
    double outsideMm =
        Math.max(
            Math.max(areaMm.x() - point.x(), point.x() - areaMm.right()),
            Math.max(areaMm.y() - point.y(), point.y() - areaMm.bottom()));
    if (outsideMm > 1e-6) {
      throw new IllegalArgumentException("route leaves " + areaMm + " mm at " + point);
    }
    if (size == xMm.length) {
      xMm = Arrays.copyOf(xMm, 2 * size);
      yMm = Arrays.copyOf(yMm, 2 * size);
    }
    set(size++, point.x(), point.y());
  }

  private void set(int i, double x, double y) {
    xMm[i] = x;
    yMm[i] = y;
  }

  private void dropStraight() {
    int kept = 1;
    for (int i = 1; i < size; i++) {
      if (kept > 1 && isBetween(kept - 2, kept - 1, i)) {
        kept--;
      }
      set(kept++, xMm[i], yMm[i]);
    }
    if (kept == 2 && Math.hypot(xMm[1] - xMm[0], yMm[1] - yMm[0]) <= STRAIGHT_MM) {
      kept = 1;
    }
    size = kept;
  }

  /** Whether {@code b} lies on the closed segment from {@code a} to {@code c}. */
  private boolean isBetween(int a, int b, int c) {
    double alongX = xMm[c] - xMm[a];
    double alongY = yMm[c] - yMm[a];
    double offX = xMm[b] - xMm[a];
    double offY = yMm[b] - yMm[a];
    double squared = alongX * alongX + alongY * alongY;
    double t = squared == 0 ? 0 : Math.clamp((offX * alongX + offY * alongY) / squared, 0.0, 1.0);
    return Math.hypot(offX - t * alongX, offY - t * alongY) <= STRAIGHT_MM;
  }

  private void dropCloserThanHalfAStep(MotionSettings settings) {
    double halfX = 0.5 / settings.x().stepsPerMm();
    double halfY = 0.5 / settings.y().stepsPerMm();
    int kept = 1;
    for (int i = 1; i < size; i++) {
      boolean close =
          Math.abs(xMm[i] - xMm[kept - 1]) < halfX && Math.abs(yMm[i] - yMm[kept - 1]) < halfY;
      boolean last = i == size - 1;
      if (close && last && kept > 1) {
        kept--;
      }
      if (!close || last) {
        set(kept++, xMm[i], yMm[i]);
      }
    }
    size = kept;
  }
}
