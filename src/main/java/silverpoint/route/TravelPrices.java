package silverpoint.route;

import java.util.function.ToDoubleFunction;
import silverpoint.stroke.Page;

/**
 * What the line pays for travel, where it draws nothing new. A second pass over ink does not show;
 * a hop over paper does, save where it stays within reach of the ink at its ends. Only the ratios
 * matter: dearer paper hides more of the travel and makes a longer line.
 *
 * @param inkPerMm over ink
 * @param nearInkPerMm over paper within reach of ink
 * @param paperPerMm over open paper
 * @param reachPageWidths paper closer to ink than this is near, in page widths
 */
public record TravelPrices(
    double inkPerMm, double nearInkPerMm, double paperPerMm, double reachPageWidths) {
  /** Hides nearly all travel at some 15 to 20 % above the shortest possible line. */
  public static final TravelPrices HIDDEN = new TravelPrices(0.075, 0.25, 1, 1.5 / 256);

  public TravelPrices {
    boolean rising = inkPerMm > 0 && inkPerMm <= nearInkPerMm && nearInkPerMm <= paperPerMm;
    if (!rising || !(reachPageWidths >= 0)) {
      throw new IllegalArgumentException(
          "prices must rise from ink "
              + inkPerMm
              + " over near ink "
              + nearInkPerMm
              + " to paper "
              + paperPerMm
              + ", and the reach be positive: "
              + reachPageWidths);
    }
  }

  /** The price of a pass over a chain on {@code page}. */
  ToDoubleFunction<Chain> on(Page page) {
    double reachMm = reachPageWidths * page.widthMm();
    return chain -> {
      if (chain.ink()) {
        return inkPerMm * chain.lengthMm();
      }
      double nearMm = Math.min(chain.lengthMm(), 2 * reachMm);
      return nearInkPerMm * nearMm + paperPerMm * (chain.lengthMm() - nearMm);
    };
  }
}
