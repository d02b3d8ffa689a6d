package silverpoint.picture.portrait;

import java.util.Optional;
import silverpoint.foundation.geometry.Box;
import silverpoint.foundation.geometry.Point;
import silverpoint.picture.face.Face;
import silverpoint.picture.face.FaceMesh;

/**
 * One person of a portrait.
 *
 * @param face in frame px
 * @param faceBoxPx the face's box, crop px
 * @param mesh the face mesh, crop px, when one fits
 * @param light on the face, as the camera gave it
 */
public record Sitter(Face face, Box faceBoxPx, Optional<FaceMesh> mesh, FaceLight light) {

  /** The part of the face box that holds eyes, nose and mouth, crop px. */
  public Box innerFacePx() {
    return new Box(
        faceBoxPx.x() + 0.12 * faceBoxPx.width(),
        faceBoxPx.y() + 0.1 * faceBoxPx.height(),
        0.76 * faceBoxPx.width(),
        0.8 * faceBoxPx.height());
  }

  /** How far a point is from the middle of the face, in widths of the face. */
  double facesAway(Point pointPx) {
    return pointPx.distanceTo(faceBoxPx.centre()) / Math.max(1e-6, faceBoxPx.width());
  }
}
