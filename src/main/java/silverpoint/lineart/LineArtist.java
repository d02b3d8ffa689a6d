package silverpoint.lineart;

import silverpoint.portrait.Portrait;

/** Seam: makes line art of a portrait. */
public interface LineArtist {
  LineArt draw(Portrait portrait);
}
