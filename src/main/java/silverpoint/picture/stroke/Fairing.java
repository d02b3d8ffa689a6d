package silverpoint.picture.stroke;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import silverpoint.foundation.geometry.Point;

/**
 * Makes traced lines fair: as smooth as a hand draws, and nowhere farther from the trace than a
 * bound. Penalised least squares on third differences (Whittaker 1923), which leaves circles round
 * and ends where they are; points that would move too far weigh more until they do not. Lines that
 * share a point before share one after: the line that comes first goes smoothly through it, and a
 * later one is led onto it.
 *
 * @param maxShift the most that a point of a line moves, but for those that are led onto another
 *     line, in the unit of the points
 */
public record Fairing(double maxShift) {
  /** Longer steps between points are filled up; these points are nobody's measurement. */
  private static final double MAX_STEP = 1.2;

  private static final double STEP = 0.75;
  private static final double FILLED_WEIGHT = 0.01;
  private static final double PINNED_WEIGHT = 1e7;

  public Fairing {
    if (!(maxShift > 0)) {
      throw new IllegalArgumentException("maxShift must be positive: " + maxShift);
    }
  }

  /**
   * The fair lines, in order; points in {@code shared} stay shared.
   *
   * @param wavelength of the waves that are halved in a line; longer ones stay, in the unit of the
   *     points
   */
  public List<List<Point>> fair(
      List<List<Point>> lines, Set<Point> shared, ToDoubleFunction<List<Point>> wavelength) {
    Map<Point, Point> settled = new HashMap<>();
    List<List<Point>> fair = new ArrayList<>();
    for (List<Point> line : lines) {
      fair.add(fair(filled(line), shared, settled, wavelength.applyAsDouble(line) / STEP));
    }
    return fair;
  }

  private record Dense(List<Point> points, List<Boolean> measured) {}

  private static Dense filled(List<Point> line) {
    List<Point> points = new ArrayList<>(List.of(line.getFirst()));
    List<Boolean> measured = new ArrayList<>(List.of(true));
    for (int i = 1; i < line.size(); i++) {
      Point from = line.get(i - 1);
      Point to = line.get(i);
      double distance = from.distanceTo(to);
      int steps = distance > MAX_STEP ? (int) Math.ceil(distance / STEP) : 1;
      for (int k = 1; k < steps; k++) {
        points.add(from.towards(to, (double) k / steps));
        measured.add(false);
      }
      points.add(to);
      measured.add(true);
    }
    return new Dense(points, measured);
  }

  private List<Point> fair(
      Dense dense, Set<Point> shared, Map<Point, Point> settled, double wavelengthPoints) {
    List<Point> raw = dense.points;
    int n = raw.size();
    boolean closed = n > 4 && raw.getFirst().equals(raw.getLast());
    // a closed line is smoothed with a wavelength of it repeated on both sides
    int wrap = closed ? (int) Math.ceil(wavelengthPoints) : 0;
    int size = n + 2 * wrap;
    double[] x = new double[size];
    double[] y = new double[size];
    double[] weight = new double[size];
    for (int k = 0; k < size; k++) {
      int i = closed ? Math.floorMod(k - wrap, n - 1) : k;
      Point at = settled.getOrDefault(raw.get(i), raw.get(i));
      x[k] = at.x();
      y[k] = at.y();
      weight[k] =
          settled.containsKey(raw.get(i))
              ? PINNED_WEIGHT
              : dense.measured.get(i) ? 1 : FILLED_WEIGHT;
    }
    double lambda = Math.pow(wavelengthPoints / (2 * Math.PI), 6);
    double[][] smooth = solve(x, y, weight, dense, wrap, lambda);
    List<Point> fair = new ArrayList<>(n);
    for (int i = 0; i < n; i++) {
      Point pin = settled.get(raw.get(i));
      Point point = pin != null ? pin : new Point(smooth[0][i + wrap], smooth[1][i + wrap]);
      fair.add(closed && i == n - 1 ? fair.getFirst() : point);
      if (shared.contains(raw.get(i))) {
        settled.putIfAbsent(raw.get(i), fair.get(i));
      }
    }
    return fair;
  }

  /** Each round at least doubles the weight of what moves too far, until nothing does. */
  private double[][] solve(
      double[] x, double[] y, double[] weight, Dense dense, int wrap, double lambda) {
    int n = dense.points.size();
    while (true) {
      double[][] smooth = Whittaker.smooth(x, y, weight, lambda);
      boolean within = true;
      for (int k = 0; k < x.length; k++) {
        boolean measured = dense.measured.get(wrap > 0 ? Math.floorMod(k - wrap, n - 1) : k);
        double excess = Math.hypot(smooth[0][k] - x[k], smooth[1][k] - y[k]) / maxShift;
        if (measured && excess > 1) {
          weight[k] *= 2 * excess * excess;
          within = false;
        }
      }
      if (within) {
        return smooth;
      }
    }
  }
}
