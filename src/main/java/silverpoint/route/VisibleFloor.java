package silverpoint.route;

import silverpoint.foundation.geometry.Point;
import silverpoint.picture.stroke.Drawing;

/**
 * The least visible connector that any line through a drawing must have: the spanning tree of the
 * straight gaps between its components and the start, less what lies within the tolerance of {@link
 * ConnectorVisibility} at each end that has ink.
 */
public final class VisibleFloor {
  private VisibleFloor() {}

  /** Length, mm. */
  public static double mm(Drawing drawing, Point startMm) {
    if (drawing.strokes().isEmpty()) {
      return 0;
    }
    double toleranceMm = ConnectorVisibility.TOLERANCE_PER_WIDTH * drawing.page().widthMm();
    double floorMm = 0;
    for (Gap gap : GapTree.of(StrokeNetwork.of(drawing, startMm))) {
      boolean fromStart =
          gap.from().pointMm().equals(startMm) || gap.to().pointMm().equals(startMm);
      floorMm += Math.max(0, gap.lengthMm() - (fromStart ? 1 : 2) * toleranceMm);
    }
    return floorMm;
  }
}
