package silverpoint.lineart;

import silverpoint.geometry.Point;
import silverpoint.geometry.Polygon;
import silverpoint.image.Mask;
import silverpoint.portrait.FaceMap;
import silverpoint.portrait.Portrait;

/**
 * The face alone, for short queues: what lies inside the oval of the face mesh (inside an ellipse
 * when no mesh fits), without hair, ears and cloth.
 */
public final class MinimalStyle implements Style {
  /** The oval grows by this much, so that the jaw itself stays. */
  private static final double MARGIN = 1.05;

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
    Polygon border = FaceMap.of(portrait).oval().grown(MARGIN);
    Mask skeleton = art.skeleton();
    boolean[] inside = skeleton.toArray();
    for (int i = 0; i < inside.length; i++) {
      int row = i / skeleton.width();
      inside[i] &= border.contains(new Point(i % skeleton.width() + 0.5, row + 0.5));
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
}
