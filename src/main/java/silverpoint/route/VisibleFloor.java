package silverpoint.route;

import silverpoint.geometry.Point;
import silverpoint.stroke.Drawing;

/**
 * The least visible connector that any line through a drawing must have: the spanning tree of the
 * straight gaps between its components and home, less what lies within the tolerance of {@link
 * ConnectorVisibility} at each end that has ink.
 */
public final class VisibleFloor {
  private VisibleFloor() {}

  /** Length, mm. */
  public static double mm(Drawing drawing, Point homeMm) {
    if (drawing.strokes().isEmpty()) {
      return 0;
    }
    double toleranceMm = ConnectorVisibility.TOLERANCE_PER_WIDTH * drawing.page().widthMm();
    double floorMm = 0;
    for (Gap gap : GapTree.of(StrokeNetwork.of(drawing, homeMm))) {
      boolean fromHome = gap.from().pointMm().equals(homeMm) || gap.to().pointMm().equals(homeMm);
      floorMm += Math.max(0, gap.lengthMm() - (fromHome ? 1 : 2) * toleranceMm);
    }
    return floorMm;
  }
}
