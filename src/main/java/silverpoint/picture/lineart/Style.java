package silverpoint.picture.lineart;

import silverpoint.picture.portrait.Portrait;

/**
 * Seam: how a portrait is drawn. A style takes the line art and leaves lines out or adds some.
 * Styles are found by name with {@link java.util.ServiceLoader}: a jar with a public class of its
 * own and a line in {@code META-INF/services/silverpoint.picture.lineart.Style} adds one.
 */
public interface Style {
  /** Lower case, one word: what the command line and the configuration call it. */
  String name();

  /** The line art in this style, for the same portrait. */
  LineArt apply(LineArt art, Portrait portrait);
}
