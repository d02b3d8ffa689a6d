package silverpoint.route;

import silverpoint.picture.stroke.Drawing;

/**
 * How much of the connectors can be seen: what lies farther from every wanted stroke than 1.5/256
 * of the page's width, the tolerance that comparisons of one-line drawings use. What runs closer
 * looks like a part of the stroke.
 */
public final class ConnectorVisibility {
  static final double TOLERANCE_PER_WIDTH = 1.5 / 256;

  private final StrokeReach hidden;

  public ConnectorVisibility(Drawing drawing) {
    hidden = new StrokeReach(drawing.strokes(), TOLERANCE_PER_WIDTH * drawing.page().widthMm());
  }

  /** Visible length of the route's connectors, mm. */
  public double visibleMm(Route route) {
    double visibleMm = 0;
    for (Leg leg : route.legs()) {
      if (leg instanceof Leg.Connector) {
        visibleMm += hidden.lengthBeyondMm(leg.pathMm());
      }
    }
    return visibleMm;
  }
}
