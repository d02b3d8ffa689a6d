package silverpoint.lineart;

import silverpoint.portrait.Portrait;
import silverpoint.tone.HairTone;

/** The default: all lines, and dark hair drawn dark. */
public final class ShadedStyle implements Style {
  @Override
  public String name() {
    return "shaded";
  }

  @Override
  public TimeClass timeClass() {
    return TimeClass.LONG;
  }

  @Override
  public LineArt apply(LineArt art, Portrait portrait) {
    HairTone hair = HairTone.of(portrait, art.lineWidthPx());
    LineArt without =
        art.withEdgeLines(art.edgeLinesPx().stream().filter(line -> !hair.holds(line)).toList());
    return without.withHatches(hair.strokes(without.distanceToLines()));
  }
}
