package silverpoint.route;

import silverpoint.foundation.geometry.Point;
import silverpoint.picture.stroke.Drawing;

/** Seam: joins the strokes of a drawing into one continuous line. */
public interface Router {
  /**
   * The line that draws all strokes, from where the stylus stands.
   *
   * @param drawing the strokes to draw; may be empty
   * @param startMm where the stylus stands
   */
  Route route(Drawing drawing, Point startMm);
}
