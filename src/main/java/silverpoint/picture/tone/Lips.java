package silverpoint.picture.tone;

import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.geometry.Polygon;
import silverpoint.picture.face.FaceMesh;
import silverpoint.picture.face.FaceRegion;

/**
 * The masses of a mouth lie between its lips' outer borders: its slit, its corners, dark lips. The
 * fold beside a corner and the hollow below the lower lip are no masses: they make a mouth heavy
 * and crooked.
 */
final class Lips {
  private final Polygon lips;
  private final double aroundPx;
  private final double marginPx;

  /**
   * The border is drawn with the pen in its middle: masses go on for {@code marginPx}.
   *
   * @param around what is around a mouth, face widths
   */
  Lips(FaceMesh mesh, double around, double marginPx) {
    lips = mesh.polygon(FaceRegion.LIPS);
    aroundPx = around * FaceDarkness.faceWidthPx(mesh);
    this.marginPx = marginPx;
  }

  /** What a place is, crop px. */
  Ink at(Point crop) {
    boolean beside = lips.reaches(crop, aroundPx) && !lips.reaches(crop, marginPx);
    return beside ? Ink.PAPER : Ink.AS_SEEN;
  }
}
