package silverpoint.lineart;

import silverpoint.portrait.Portrait;

/** A line artist that works in a style. */
public record StyledLineArtist(LineArtist artist, Style style) implements LineArtist {
  @Override
  public LineArt draw(Portrait portrait) {
    return style.apply(artist.draw(portrait), portrait);
  }
}
