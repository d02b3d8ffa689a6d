package silverpoint.route;

/**
 * What the line pays where it draws nothing new. A second pass over ink does not show; a hop over
 * paper does, most of all across the face, save where it stays within reach of ink. Reversals of an
 * axis cost the machine time. Only the ratios matter: dearer paper hides more of the travel and
 * makes a longer line.
 *
 * @param inkPerMm over ink, and over paper within half a line width of it
 * @param nearInkPerMm over paper within reach of ink
 * @param paperPerMm over open paper
 * @param inFace how many times dearer paper is inside the face
 * @param perReversal for each reversal of an axis
 * @param reachPageWidths paper closer to ink than this is near, in page widths
 */
public record TravelPrices(
    double inkPerMm,
    double nearInkPerMm,
    double paperPerMm,
    double inFace,
    double perReversal,
    double reachPageWidths) {
  /**
   * Hides nearly all travel at some 20 % above the shortest possible line. A hop beside ink counts
   * nearly as a visible one: two lines side by side are seen.
   */
  public static final TravelPrices HIDDEN = new TravelPrices(0.16, 0.8, 3, 6, 0.3, 1.5 / 256);

  /** The shortest line, whether travel shows or not. */
  public static final TravelPrices SHORT = new TravelPrices(1, 1, 1, 1, 0.3, 0);

  public TravelPrices {
    boolean rising = inkPerMm > 0 && inkPerMm <= nearInkPerMm && nearInkPerMm <= paperPerMm;
    if (!rising || !(inFace >= 1) || !(perReversal >= 0) || !(reachPageWidths >= 0)) {
      throw new IllegalArgumentException(
          ("prices must rise from ink %s over near ink %s to paper %s and paper in the face (times"
                  + " %s); a reversal, %s, and the reach, %s, must not be negative")
              .formatted(inkPerMm, nearInkPerMm, paperPerMm, inFace, perReversal, reachPageWidths));
    }
  }

  /** Whether travel costs its length, wherever it goes. */
  boolean byLength() {
    return inkPerMm == paperPerMm && inFace == 1;
  }
}
