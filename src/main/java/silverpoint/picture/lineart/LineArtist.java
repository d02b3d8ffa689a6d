package silverpoint.picture.lineart;

import silverpoint.picture.portrait.Portrait;

/** Seam: makes line art of a portrait. */
public interface LineArtist {
  /**
   * The lines of a portrait.
   *
   * @param lineWidthPx the pen on the portrait's crop: what is finer is not drawn
   */
  LineArt draw(Portrait portrait, double lineWidthPx);
}
