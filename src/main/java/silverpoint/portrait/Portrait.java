package silverpoint.portrait;

import java.util.Optional;
import silverpoint.face.Face;
import silverpoint.face.FaceMesh;
import silverpoint.geometry.Affine;
import silverpoint.geometry.Box;
import silverpoint.image.GrayImage;
import silverpoint.image.RgbImage;

/**
 * The aligned crop of one person; all px are the crop's unless said.
 *
 * @param crop head and shoulders, eyes level, in good light as far as it can be made
 * @param pictureToCrop from frame px to crop px
 * @param face the chosen face, in frame px
 * @param faceBoxPx the face's box
 * @param mesh the face mesh, when one fits
 * @param person 1 where the person is, 0 where not; crop size
 * @param vignette 1 where lines show in full, falling to 0 at the borders of crop and picture
 * @param light on the face, as the camera gave it
 */
public record Portrait(
    RgbImage crop,
    Affine pictureToCrop,
    Face face,
    Box faceBoxPx,
    Optional<FaceMesh> mesh,
    GrayImage person,
    GrayImage vignette,
    FaceLight light) {

  /** The part of the face box that holds eyes, nose and mouth. */
  public Box innerFacePx() {
    return new Box(
        faceBoxPx.x() + 0.12 * faceBoxPx.width(),
        faceBoxPx.y() + 0.1 * faceBoxPx.height(),
        0.76 * faceBoxPx.width(),
        0.8 * faceBoxPx.height());
  }
}
