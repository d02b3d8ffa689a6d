package silverpoint.kiosk.app;

import silverpoint.route.TravelPrices;

/**
 * How strokes become one line.
 *
 * @param prices what a connector may cost
 * @param maxDrawTimeS longest drawing; infinite for no limit
 * @param seed of the search for a better line; same seed, same line
 * @param faceFirstTolerance how much more than the cheapest line may cost, for eyes and mouth to
 *     come early; 0 where they may come late
 */
public record LineSettings(
    TravelPrices prices, double maxDrawTimeS, long seed, double faceFirstTolerance) {
  /** As the kiosk draws when nothing else is asked for. */
  public static LineSettings usual() {
    return new LineSettings(TravelPrices.HIDDEN, Double.POSITIVE_INFINITY, 1, 0);
  }

  /** The same but for the time. */
  LineSettings limitedTo(double seconds) {
    return new LineSettings(prices, seconds, seed, faceFirstTolerance);
  }
}
