package silverpoint.picture.lineart;

import java.util.List;
import silverpoint.foundation.geometry.Box;
import silverpoint.picture.portrait.Portrait;
import silverpoint.picture.portrait.Sitter;

/** Fewer, longer, surer strokes: outside of the face only lines with much ink stay. */
public final class BoldStyle implements Style {
  /** Ink (length times mean ink) that a line needs outside of the face. */
  private static final double MIN_INK_PX = 55;

  @Override
  public String name() {
    return "bold";
  }

  @Override
  public LineArt apply(LineArt art, Portrait portrait) {
    List<Box> faces = portrait.sitters().stream().map(Sitter::faceBoxPx).toList();
    return art.withEdgeLines(
        art.edgeLinesPx().stream()
            .filter(line ->
                line.points().stream()
                        .anyMatch(point -> faces.stream().anyMatch(face -> face.contains(point)))
                    || art.inkPx(line) >= MIN_INK_PX)
            .toList());
  }
}
