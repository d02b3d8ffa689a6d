package silverpoint.stroke;

import java.util.List;
import silverpoint.geometry.Affine;
import silverpoint.geometry.Box;

/**
 * All strokes on the page.
 *
 * @param page the page that they are fitted to
 * @param strokes in no particular order, all inside the page's margin
 * @param faceBoxMm where the face lies on the page
 * @param cropToPage from portrait crop px to page mm
 */
public record Drawing(Page page, List<Stroke> strokes, Box faceBoxMm, Affine cropToPage) {
  public Drawing {
    strokes = List.copyOf(strokes);
  }

  /** Total length of the strokes, mm. */
  public double inkMm() {
    return strokes.stream().mapToDouble(stroke -> stroke.pathMm().length()).sum();
  }
}
