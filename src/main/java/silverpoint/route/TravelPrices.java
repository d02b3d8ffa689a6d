package silverpoint.route;

/**
 * What a millimetre of the line costs where it draws nothing new: a second pass over ink does not
 * show, a hop over paper does, save where it stays close to the ink at its ends.
 *
 * @param inkPerMm over ink
 * @param paperPerMm over open paper
 * @param nearInkPerMm over paper within reach of ink
 * @param reachMm paper closer to ink than this is near
 */
public record TravelPrices(
    double inkPerMm, double paperPerMm, double nearInkPerMm, double reachMm) {
  public TravelPrices {
    if (!(inkPerMm > 0 && inkPerMm <= nearInkPerMm && nearInkPerMm <= paperPerMm && reachMm >= 0)) {
      throw new IllegalArgumentException(
          "prices must rise from ink "
              + inkPerMm
              + " over near ink "
              + nearInkPerMm
              + " to paper "
              + paperPerMm
              + ", reach "
              + reachMm
              + " mm");
    }
  }

  double of(Chain chain) {
    if (chain.ink()) {
      return inkPerMm * chain.lengthMm();
    }
    double nearMm = Math.min(chain.lengthMm(), 2 * reachMm);
    return nearInkPerMm * nearMm + paperPerMm * (chain.lengthMm() - nearMm);
  }
}
