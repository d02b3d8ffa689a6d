package silverpoint.stroke;

import java.util.List;
import silverpoint.geometry.Affine;
import silverpoint.geometry.Box;
import silverpoint.geometry.Point;

/**
 * All strokes on the page.
 *
 * @param page the page that they are fitted to
 * @param strokes in no particular order, all inside the page's margin
 * @param faceBoxesMm where the faces lie on the page, the main one first; none in line art that
 *     nobody found a face in
 * @param cropToPage from portrait crop px to page mm
 */
public record Drawing(Page page, List<Stroke> strokes, List<Box> faceBoxesMm, Affine cropToPage) {
  public Drawing {
    strokes = List.copyOf(strokes);
    faceBoxesMm = List.copyOf(faceBoxesMm);
  }

  /** Whether a point of the page lies in one of the face boxes. */
  public boolean isInFace(Point pointMm) {
    return faceBoxesMm.stream().anyMatch(face -> face.contains(pointMm));
  }

  /** Total length of the strokes, mm. */
  public double inkMm() {
    return strokes.stream().mapToDouble(stroke -> stroke.pathMm().length()).sum();
  }
}
