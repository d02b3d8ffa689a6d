package silverpoint.lab.corruption;

import silverpoint.foundation.geometry.Affine;
import silverpoint.foundation.image.RgbImage;
import silverpoint.picture.face.FaceMesh;

/**
 * A photo that was made hard.
 *
 * @param picture what the camera gives
 * @param fromScene from px of the good photo to px of this one
 * @param face the truth: the good photo's mesh in px of this one
 */
public record HardPhoto(RgbImage picture, Affine fromScene, FaceMesh face) {}
