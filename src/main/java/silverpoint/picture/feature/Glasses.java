package silverpoint.picture.feature;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.geometry.Polyline;
import silverpoint.foundation.image.GrayImage;
import silverpoint.picture.face.FaceMesh;
import silverpoint.picture.tracing.LineParts;

/**
 * Glasses, where the edge model shows a bridge across the nose and a rim around both eyes. Rims are
 * lines of their own, so that they close, stay apart from lids and brows, and are never dropped.
 *
 * @param rims px; open where no rim is seen
 */
public record Glasses(List<Polyline> rims) {
  private static final double SMOOTHING_PX = 1;

  /** Mean ink of the bridge; the 38 of 45 faces without glasses have 0.6 or less, but for one. */
  private static final double MIN_BRIDGE_INK = 0.62;

  /** Mean ink of the arc below the eye, of the fainter of both. */
  private static final double MIN_RIM_INK = 0.35;

  /** A rim is drawn where its ink is more than this. */
  private static final double MIN_SEEN_INK = 0.15;

  /** Lengths are per distance of the eyes from here on. */
  private static final double BRIDGE_HALF_WIDTH = 0.12;

  private static final double BRIDGE_REACH = 0.22;

  /** Half axes of a lens, its middle below the eye's, and how far a rim may lie from that. */
  private static final double LENS_HALF_WIDTH = 0.42;

  private static final double LENS_HALF_HEIGHT = 0.33;
  private static final double LENS_BELOW_EYE = 0.05;
  private static final double RIM_REACH = 0.13;
  private static final double MIN_PART = 0.2;

  /** The glasses, or none. */
  public static Optional<Glasses> of(FaceMesh mesh, GrayImage ink) {
    GrayImage soft = ink.blurred(SMOOTHING_PX);
    Point left = mesh.point(33).towards(mesh.point(133), 0.5);
    Point right = mesh.point(362).towards(mesh.point(263), 0.5);
    double apart = left.distanceTo(right);
    Point along = right.minus(left).times(1 / Math.max(apart, 1e-6));
    Point nasion = mesh.point(168).towards(mesh.point(6), 0.5);
    if (bridgeInk(nasion, along, apart, soft) < MIN_BRIDGE_INK) {
      return Optional.empty();
    }
    LineSnapping snapping = new LineSnapping(soft, RIM_REACH * apart);
    List<Polyline> rims = new ArrayList<>();
    for (Point eye : List.of(left, right)) {
      Polyline rim = snapping.snap(lens(eye, along, apart));
      List<Point> below =
          rim.points().subList(rim.points().size() / 10, rim.points().size() * 2 / 5);
      double seen = below.stream().mapToDouble(soft::sample).average().orElse(0);
      if (seen < MIN_RIM_INK) {
        return Optional.empty();
      }
      rims.addAll(
          LineParts.of(closed(rim), point -> soft.sample(point) > MIN_SEEN_INK, MIN_PART * apart));
    }
    return Optional.of(new Glasses(rims));
  }

  /** Mean ink of the best level line across the nose. */
  private static double bridgeInk(Point nasion, Point along, double apart, GrayImage soft) {
    Point down = new Point(-along.y(), along.x());
    double most = 0;
    for (double y = -BRIDGE_REACH; y <= BRIDGE_REACH; y += 0.01) {
      double sum = 0;
      int n = 0;
      for (double x = -BRIDGE_HALF_WIDTH; x <= BRIDGE_HALF_WIDTH; x += 0.02) {
        sum += soft.sample(nasion.plus(along.times(x * apart)).plus(down.times(y * apart)));
        n++;
      }
      most = Math.max(most, sum / n);
    }
    return most;
  }

  /** An ellipse around the eye, from the picture's right side down and around. */
  private static Polyline lens(Point eye, Point along, double apart) {
    Point down = new Point(-along.y(), along.x());
    Point middle = eye.plus(down.times(LENS_BELOW_EYE * apart));
    List<Point> points = new ArrayList<>();
    for (int i = 0; i <= 120; i++) {
      double angle = 2 * Math.PI * i / 120;
      points.add(
          middle
              .plus(along.times(LENS_HALF_WIDTH * apart * Math.cos(angle)))
              .plus(down.times(LENS_HALF_HEIGHT * apart * Math.sin(angle))));
    }
    return new Polyline(points);
  }

  private static List<Point> closed(Polyline rim) {
    List<Point> points = new ArrayList<>(rim.points());
    points.set(points.size() - 1, points.getFirst());
    return points;
  }
}
