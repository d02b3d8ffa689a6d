package silverpoint.lab.accuracy;

import java.util.List;
import silverpoint.foundation.geometry.Box;
import silverpoint.foundation.geometry.Point;

/**
 * A face that a detector claims.
 *
 * @param boxPx where
 * @param score how sure, higher is surer; only its order counts
 * @param keyPointsPx eye at the picture's left, eye at its right, nose tip, mouth; or none
 */
public record Detection(Box boxPx, double score, List<Point> keyPointsPx) {
  public static final int KEY_POINTS = 4;

  public Detection {
    keyPointsPx = List.copyOf(keyPointsPx);
    if (!keyPointsPx.isEmpty() && keyPointsPx.size() != KEY_POINTS) {
      throw new IllegalArgumentException("four key points or none, got " + keyPointsPx.size());
    }
  }
}
