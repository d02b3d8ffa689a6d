package silverpoint.picture.stroke;

import java.util.List;
import java.util.Optional;
import silverpoint.foundation.geometry.Affine;
import silverpoint.foundation.geometry.Box;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.image.GrayImage;

/**
 * All strokes on the page.
 *
 * @param page the page that they are fitted to
 * @param strokes in no particular order, all inside the page's margin
 * @param faceBoxesMm where the faces lie on the page, the main one first; none in line art that
 *     nobody found a face in
 * @param cropToPage from portrait crop px to page mm
 * @param softInk what was seen of the portrait, drawn or too faint to be drawn: crop px, 0 paper to
 *     1 ink, below 0 where a line would surprise; empty for line art that was never a photo
 */
public record Drawing(
    Page page,
    List<Stroke> strokes,
    List<Box> faceBoxesMm,
    Affine cropToPage,
    Optional<GrayImage> softInk) {
  public Drawing {
    strokes = List.copyOf(strokes);
    faceBoxesMm = List.copyOf(faceBoxesMm);
  }

  /** Line art that was never a photo. */
  public Drawing(Page page, List<Stroke> strokes, List<Box> faceBoxesMm, Affine cropToPage) {
    this(page, strokes, faceBoxesMm, cropToPage, Optional.empty());
  }

  /** The same picture with other strokes. */
  public Drawing with(List<Stroke> others) {
    return new Drawing(page, others, faceBoxesMm, cropToPage, softInk);
  }

  /** The strokes alone. */
  public Drawing withoutSoftInk() {
    return new Drawing(page, strokes, faceBoxesMm, cropToPage);
  }

  /**
   * What was seen at a point of the page, at most 1; nothing in line art that was never a photo.
   */
  public double softInkAt(Point pointMm) {
    return softInk.map(ink -> ink.sample(cropToPage.inverse().apply(pointMm))).orElse(0.0);
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
