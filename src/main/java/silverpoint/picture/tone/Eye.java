package silverpoint.picture.tone;

import silverpoint.foundation.geometry.Affine;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.geometry.Polyline;
import silverpoint.picture.face.FaceMesh;

/**
 * One eye by its lids, in a frame of its own: x from its left to its right corner as the picture
 * shows them, 0 in the middle, y downwards, px.
 *
 * @param fromCrop crop px to this frame
 * @param toCrop and back
 * @param widthPx from corner to corner
 * @param outer the side of the temple: -1 left, 1 right
 */
record Eye(
    Affine fromCrop, Affine toCrop, double widthPx, Polyline upper, Polyline lower, int outer) {
  private static final int[] LEFT_UPPER = {33, 246, 161, 160, 159, 158, 157, 173, 133};
  private static final int[] LEFT_LOWER = {33, 7, 163, 144, 145, 153, 154, 155, 133};
  private static final int[] RIGHT_UPPER = {362, 398, 384, 385, 386, 387, 388, 466, 263};
  private static final int[] RIGHT_LOWER = {362, 382, 381, 380, 374, 373, 390, 249, 263};

  private static final double SPACING_PX = 0.5;

  static Eye left(FaceMesh mesh) {
    return of(mesh.line(LEFT_UPPER), mesh.line(LEFT_LOWER), -1);
  }

  static Eye right(FaceMesh mesh) {
    return of(mesh.line(RIGHT_UPPER), mesh.line(RIGHT_LOWER), 1);
  }

  private static Eye of(Polyline upper, Polyline lower, int outer) {
    Point across = upper.end().minus(upper.start());
    Point middle = upper.start().towards(upper.end(), 0.5);
    Affine fromCrop =
        Affine.translation(-middle.x(), -middle.y())
            .then(Affine.rotation(-Math.atan2(across.y(), across.x())));
    return new Eye(
        fromCrop,
        fromCrop.inverse(),
        across.norm(),
        upper.transformed(fromCrop).splined(SPACING_PX),
        lower.transformed(fromCrop).splined(SPACING_PX),
        outer);
  }

  Point toCrop(Point at) {
    return toCrop.apply(at);
  }

  /** From the corner at the nose, 0, to the one at the temple, 1; beyond them less or more. */
  double outwards(double x) {
    return 0.5 + outer * x / Math.max(1e-6, widthPx);
  }

  double upperY(double x) {
    return yAt(upper, x);
  }

  double lowerY(double x) {
    return yAt(lower, x);
  }

  /** The height of a line that runs to the right; beyond its ends that of the end. */
  static double yAt(Polyline lid, double x) {
    Point before = lid.start();
    for (Point at : lid.points()) {
      if (at.x() >= x) {
        double step = at.x() - before.x();
        return step <= 0 ? at.y() : before.y() + (x - before.x()) / step * (at.y() - before.y());
      }
      before = at;
    }
    return before.y();
  }
}
