package silverpoint.lineart;

import silverpoint.geometry.Box;
import silverpoint.geometry.Point;
import silverpoint.image.Mask;
import silverpoint.portrait.Portrait;

/** Fewer, longer, surer strokes: outside of the face only connected lines with much ink stay. */
public final class BoldStyle implements Style {
  /** Ink (pixels times their darkness) that a connected line needs outside of the face. */
  private static final double MIN_INK_PX = 55;

  @Override
  public String name() {
    return "bold";
  }

  @Override
  public TimeClass timeClass() {
    return TimeClass.NORMAL;
  }

  @Override
  public LineArt apply(LineArt art, Portrait portrait) {
    Mask skeleton = art.skeleton();
    int[] piece = skeleton.components();
    double[] inkPx = new double[piece.length + 1];
    boolean[] touchesFace = new boolean[piece.length + 1];
    Box face = portrait.faceBoxPx();
    for (int i = 0; i < piece.length; i++) {
      int row = i / skeleton.width();
      int column = i % skeleton.width();
      inkPx[piece[i]] += art.ink().at(column, row);
      touchesFace[piece[i]] |= face.contains(new Point(column + 0.5, row + 0.5));
    }
    boolean[] kept = skeleton.toArray();
    for (int i = 0; i < kept.length; i++) {
      kept[i] &= touchesFace[piece[i]] || inkPx[piece[i]] >= MIN_INK_PX;
    }
    return art.withSkeleton(new Mask(skeleton.width(), skeleton.height(), kept));
  }
}
