package silverpoint.picture.face;

import java.util.List;
import silverpoint.foundation.geometry.Box;
import silverpoint.foundation.geometry.Point;

/**
 * A face in a frame.
 *
 * @param boxPx from the brows to the chin
 * @param keyPointsPx eye at the picture's left, eye at its right, nose tip, mouth, ear at the left,
 *     ear at the right (left and right for an upright head)
 * @param score the detector's confidence, 0..1
 */
public record Face(Box boxPx, List<Point> keyPointsPx, double score) {
  public static final int KEY_POINTS = 6;

  /** Faces of people who stand together are at most so many faces apart, and as near as that. */
  private static final double BESIDE_SIZES = 2.6;

  private static final double BESIDE_SIZE_RATIO = 0.65;

  public Face {
    keyPointsPx = List.copyOf(keyPointsPx);
    if (keyPointsPx.size() != KEY_POINTS) {
      throw new IllegalArgumentException("a face has six key points, got " + keyPointsPx.size());
    }
  }

  /**
   * Turn of the head in the picture plane, radians, 0 when the eyes are level, positive clockwise.
   */
  public double rollRadians() {
    Point eyes = keyPointsPx.get(1).minus(keyPointsPx.get(0));
    return Math.atan2(eyes.y(), eyes.x());
  }

  /** Distance of the middles of two faces, px. */
  public double apartPx(Face other) {
    return boxPx.centre().distanceTo(other.boxPx.centre());
  }

  /** Whether two people stand together: about as near to the camera, and side by side. */
  public boolean isBeside(Face other) {
    double small = Math.min(sizePx(), other.sizePx());
    double large = Math.max(sizePx(), other.sizePx());
    return small >= BESIDE_SIZE_RATIO * large && apartPx(other) <= BESIDE_SIZES * large;
  }

  /** Long side of the box, px. */
  public double sizePx() {
    return Math.max(boxPx.width(), boxPx.height());
  }
}
