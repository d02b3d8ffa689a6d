package silverpoint.picture.portrait;

import java.util.List;
import java.util.Optional;
import silverpoint.foundation.geometry.Affine;
import silverpoint.foundation.image.GrayImage;
import silverpoint.foundation.image.RgbImage;
import silverpoint.picture.face.FaceMesh;

/**
 * The aligned crop of one person, or of a few who stand together; all px are the crop's unless
 * said.
 *
 * @param crop head and shoulders, eyes level, in good light as far as it can be made
 * @param pictureToCrop from frame px to crop px
 * @param sitters who is drawn, the main one first; at least one
 * @param person 1 where the sitters are, 0 where not; crop size
 * @param vignette 1 where lines show in full, falling to 0 at the borders of crop and picture
 */
public record Portrait(
    RgbImage crop,
    Affine pictureToCrop,
    List<Sitter> sitters,
    GrayImage person,
    GrayImage vignette) {
  public Portrait {
    sitters = List.copyOf(sitters);
    if (sitters.isEmpty()) {
      throw new IllegalArgumentException("a portrait shows somebody");
    }
  }

  /** The one who matters most. */
  public Sitter main() {
    return sitters.getFirst();
  }

  /** The meshes of all sitters whom one fits. */
  public List<FaceMesh> meshes() {
    return sitters.stream().map(Sitter::mesh).flatMap(Optional::stream).toList();
  }
}
