package silverpoint.lab.corruption;

import silverpoint.foundation.image.GrayImage;
import silverpoint.foundation.image.RgbImage;
import silverpoint.picture.face.FaceMesh;

/**
 * A good photo of one person, and what is known of it.
 *
 * @param picture the photo
 * @param face the mesh, px of the photo
 * @param person 1 where the person is, 0 where not; size of the photo
 */
public record Scene(RgbImage picture, FaceMesh face, GrayImage person) {
  public Scene {
    if (person.width() != picture.width() || person.height() != picture.height()) {
      throw new IllegalArgumentException(
          "mask of " + person.width() + " x " + person.height() + " for another picture");
    }
  }
}
