package silverpoint.sketch.preview;

import java.util.Locale;
import silverpoint.foundation.geometry.Point;
import silverpoint.picture.stroke.Page;
import silverpoint.route.Leg;
import silverpoint.route.Route;

/** A route as an SVG document in mm: one path, as wide as the toy's line. */
public final class Svg {
  private Svg() {}

  public static String of(Route route, Page page) {
    StringBuilder path = new StringBuilder("M");
    append(path, route.startMm());
    for (Leg leg : route.legs()) {
      for (Point point : leg.pathMm().points().subList(1, leg.pathMm().points().size())) {
        path.append(" L");
        append(path, point);
      }
    }
    return String.format(
        Locale.ROOT,
        """
        <svg xmlns="http://www.w3.org/2000/svg" width="%smm" height="%smm" viewBox="0 0 %s %s">
        <path fill="none" stroke="#222" stroke-width="%s" stroke-linecap="round" stroke-linejoin="round" d="%s"/>
        </svg>
        """,
        page.widthMm(),
        page.heightMm(),
        page.widthMm(),
        page.heightMm(),
        page.lineWidthMm(),
        path);
  }

  private static void append(StringBuilder path, Point point) {
    path.append(String.format(Locale.ROOT, "%.3f %.3f", point.x(), point.y()));
  }
}
