package silverpoint.picture.tone;

import java.util.List;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.geometry.Polygon;
import silverpoint.picture.face.FaceMesh;

/**
 * The masses of a nose are its nostrils, as dark as the photo shows them. The shadow beside a wing
 * and under the tip is no mass, in whatever light: it makes a nose heavy and one-sided.
 */
final class Nostrils {
  private static final int[] LEFT = {79, 239, 238, 20, 60, 75, 59, 166};
  private static final int[] RIGHT = {309, 459, 458, 250, 290, 305, 289, 392};

  /** From the bridge around the wings to the middle of the upper lip. */
  private static final int[] NOSE = {
    197, 196, 174, 217, 126, 203, 167, 164, 393, 423, 355, 437, 399, 419
  };

  private final List<Polygon> nostrils;
  private final Polygon nose;

  Nostrils(FaceMesh mesh, double growth) {
    nostrils =
        List.of(
            Polygon.hull(mesh.line(LEFT).points()).grown(growth),
            Polygon.hull(mesh.line(RIGHT).points()).grown(growth));
    nose = Polygon.hull(mesh.line(NOSE).points());
  }

  /** What a place is, crop px. */
  Ink at(Point crop) {
    boolean shadow =
        nose.contains(crop) && nostrils.stream().noneMatch(nostril -> nostril.contains(crop));
    return shadow ? Ink.PAPER : Ink.AS_SEEN;
  }
}
