package silverpoint.lineart;

import java.util.List;
import silverpoint.face.FaceMesh;
import silverpoint.geometry.Affine;
import silverpoint.geometry.Box;
import silverpoint.geometry.Point;
import silverpoint.image.Mask;
import silverpoint.portrait.Portrait;

/**
 * The face alone, for short queues: what lies inside the oval of the face mesh (inside an ellipse
 * when no mesh fits), without hair, ears and cloth.
 */
public final class MinimalStyle implements Style {
  /** The oval grows by this much, so that the jaw itself stays. */
  private static final double MARGIN = 1.05;

  /** Half axes of the ellipse in face boxes. */
  private static final double HALF_WIDTH_FACES = 0.45;

  private static final double HALF_HEIGHT_FACES = 0.58;

  /** Hair that hangs over the oval's border leaves shorter pieces than this, px. */
  private static final int MIN_PIECE_PX = 12;

  @Override
  public String name() {
    return "minimal";
  }

  @Override
  public TimeClass timeClass() {
    return TimeClass.QUICK;
  }

  @Override
  public LineArt apply(LineArt art, Portrait portrait) {
    List<Point> oval =
        portrait.mesh().map(FaceMesh::oval).orElseGet(() -> ellipse(portrait.faceBoxPx()));
    Point centre = Box.around(oval).centre();
    Affine grow =
        Affine.translation(-centre.x(), -centre.y())
            .then(Affine.scaling(MARGIN))
            .then(Affine.translation(centre.x(), centre.y()));
    List<Point> border = oval.stream().map(grow::apply).toList();
    Mask skeleton = art.skeleton();
    boolean[] inside = skeleton.toArray();
    for (int i = 0; i < inside.length; i++) {
      int row = i / skeleton.width();
      inside[i] &= Polygons.contains(border, new Point(i % skeleton.width() + 0.5, row + 0.5));
    }
    Mask face = new Mask(skeleton.width(), skeleton.height(), inside);
    return art.withSkeleton(withoutSmallPieces(face)).withoutOutlines();
  }

  private static Mask withoutSmallPieces(Mask mask) {
    int[] piece = mask.components();
    int[] size = new int[piece.length + 1];
    for (int label : piece) {
      size[label]++;
    }
    boolean[] kept = mask.toArray();
    for (int i = 0; i < kept.length; i++) {
      kept[i] &= size[piece[i]] >= MIN_PIECE_PX;
    }
    return new Mask(mask.width(), mask.height(), kept);
  }

  private static List<Point> ellipse(Box face) {
    return java.util.stream.IntStream.range(0, 48)
        .mapToObj(i -> 2 * Math.PI * i / 48)
        .map(angle ->
            face.centre()
                .plus(
                    new Point(
                        HALF_WIDTH_FACES * face.width() * Math.cos(angle),
                        HALF_HEIGHT_FACES * face.height() * Math.sin(angle))))
        .toList();
  }
}
