package silverpoint.lineart;

import silverpoint.geometry.Box;
import silverpoint.portrait.Portrait;

/** Fewer, longer, surer strokes: outside of the face only lines with much ink stay. */
public final class BoldStyle implements Style {
  /** Ink (length times mean ink) that a line needs outside of the face. */
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
    Box face = portrait.faceBoxPx();
    return art.withEdgeLines(
        art.edgeLinesPx().stream()
            .filter(line ->
                line.points().stream().anyMatch(face::contains)
                    || art.inkPx(line) >= MIN_INK_PX)
            .toList());
  }
}
