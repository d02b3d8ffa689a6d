package silverpoint.picture.face;

import java.util.Arrays;
import java.util.List;
import silverpoint.foundation.geometry.Affine;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.geometry.Polygon;
import silverpoint.foundation.geometry.Polyline;

/**
 * The 468 points of a face (MediaPipe's canonical face model), px.
 *
 * @param pointsPx 468 points
 * @param presence how sure the model is that a face is there, 0..1
 */
public record FaceMesh(List<Point> pointsPx, double presence) {
  public static final int POINTS = 468;

  public FaceMesh {
    pointsPx = List.copyOf(pointsPx);
    if (pointsPx.size() != POINTS) {
      throw new IllegalArgumentException("a mesh has 468 points, got " + pointsPx.size());
    }
  }

  public Point point(int index) {
    return pointsPx.get(index);
  }

  /** Distance of the face's borders beside the eyes, px: what lengths on a face are told in. */
  public double widthPx() {
    return point(234).distanceTo(point(454));
  }

  /** A region's border; the face's own starts in the middle of the forehead. */
  public Polygon polygon(FaceRegion region) {
    return new Polygon(region.vertices().stream().map(pointsPx::get).toList());
  }

  public Polyline line(int... indices) {
    return new Polyline(Arrays.stream(indices).mapToObj(pointsPx::get).toList());
  }

  public FaceMesh transformed(Affine map) {
    return new FaceMesh(pointsPx.stream().map(map::apply).toList(), presence);
  }

  /**
   * Turn of the head in the picture plane by the outer eye corners, radians, positive clockwise.
   */
  public double rollRadians() {
    Point eyes = point(263).minus(point(33));
    return Math.atan2(eyes.y(), eyes.x());
  }

  /**
   * Turn of the head to the side: where the tip of the nose lies between the face's borders, -1 at
   * the picture's left one, 0 in the middle, 1 at the right one.
   */
  public double turn() {
    Point across = point(454).minus(point(234));
    return 2 * point(1).minus(point(234)).dot(across) / Math.max(1e-6, across.dot(across)) - 1;
  }

  /**
   * How far the eyes are open: height over width, the mean of both. Shut eyes have less than 0.15,
   * most open ones 0.25 to 0.4 (the eye aspect ratio of Soukupova and Cech 2016, one pair of lids).
   */
  public double eyesOpen() {
    return (open(159, 145, 33, 133) + open(386, 374, 362, 263)) / 2;
  }

  private double open(int upper, int lower, int outer, int inner) {
    return point(upper).distanceTo(point(lower))
        / Math.max(1e-6, point(outer).distanceTo(point(inner)));
  }
}
