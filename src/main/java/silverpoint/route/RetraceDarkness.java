package silverpoint.route;

import silverpoint.picture.stroke.Drawing;
import silverpoint.picture.stroke.Stroke;

/**
 * How much of the second passes darkens what is dark anyway: what lies within half a line width of
 * a dark stroke. The rest makes light lines heavier than they are meant to be.
 */
public final class RetraceDarkness {
  private final StrokeReach dark;

  public RetraceDarkness(Drawing drawing) {
    dark =
        new StrokeReach(
            drawing.strokes().stream().filter(Stroke::isDark).toList(),
            drawing.page().lineWidthMm() / 2);
  }

  /** Length of the route's second passes over dark strokes, mm. */
  public double darkMm(Route route) {
    double darkMm = 0;
    for (Leg leg : route.legs()) {
      if (leg instanceof Leg.Retrace) {
        darkMm += dark.lengthWithinMm(leg.pathMm());
      }
    }
    return darkMm;
  }
}
