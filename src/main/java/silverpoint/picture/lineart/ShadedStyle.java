package silverpoint.picture.lineart;

import java.util.List;
import silverpoint.foundation.geometry.Polyline;
import silverpoint.picture.portrait.Portrait;
import silverpoint.picture.tone.Shading;
import silverpoint.picture.tracing.LineParts;

/** The default: all lines, and what is dark drawn dark. */
public final class ShadedStyle implements Style {
  /** What is left of a line beside dark hair is longer than this, line widths. */
  private static final double REST = 8.3;

  @Override
  public String name() {
    return "shaded";
  }

  @Override
  public LineArt apply(LineArt art, Portrait portrait) {
    Shading shading = Shading.of(portrait, art.lineWidthPx());
    List<Polyline> outside =
        art.edgeLinesPx().stream()
            .flatMap(line ->
                LineParts.of(line.points(), at -> !shading.holds(at), REST * art.lineWidthPx())
                    .stream())
            .toList();
    LineArt without = art.withEdgeLines(outside);
    return without.withHatches(shading.strokes(without.distanceToLines()));
  }
}
