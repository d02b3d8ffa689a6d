package silverpoint.lab.accuracy;

import java.util.List;
import silverpoint.foundation.geometry.Box;
import silverpoint.foundation.geometry.Point;

/**
 * A face that somebody marked.
 *
 * @param boxPx where
 * @param keyPointsPx eye at the picture's left, eye at its right, nose tip, mouth; or none
 * @param ignored too small or hidden to count: neither its detection nor its absence matters
 */
public record FaceLabel(Box boxPx, List<Point> keyPointsPx, boolean ignored) {
  public FaceLabel {
    keyPointsPx = List.copyOf(keyPointsPx);
    if (!keyPointsPx.isEmpty() && keyPointsPx.size() != Detection.KEY_POINTS) {
      throw new IllegalArgumentException("four key points or none, got " + keyPointsPx.size());
    }
  }
}
