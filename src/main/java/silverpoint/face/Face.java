package silverpoint.face;

import java.util.List;
import silverpoint.geometry.Box;
import silverpoint.geometry.Point;

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

  /** Long side of the box, px. */
  public double sizePx() {
    return Math.max(boxPx.width(), boxPx.height());
  }
}
