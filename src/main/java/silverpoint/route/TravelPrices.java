package silverpoint.route;

/**
 * What the line pays for being seen where it draws nothing new, on top of the machine's time. A
 * second pass over ink does not show; a hop over paper does, most of all across the face, save
 * where it stays within reach of ink. Dearer paper hides more of the travel and makes a longer
 * line.
 *
 * @param inkSPerMm over ink, and over paper within half a line width of it
 * @param nearInkSPerMm over paper within reach of ink
 * @param paperSPerMm over open paper
 * @param inFace how many times dearer paper is inside the face
 * @param turns share of the machine's time for corners and reversals that counts, 0 to 1
 * @param reachPageWidths paper closer to ink than this is near, in page widths
 */
public record TravelPrices(
    double inkSPerMm,
    double nearInkSPerMm,
    double paperSPerMm,
    double inFace,
    double turns,
    double reachPageWidths) {
  /**
   * Hides nearly all travel at some 20 % above the shortest possible line. A hop beside ink counts
   * nearly as a visible one: two lines side by side are seen.
   */
  public static final TravelPrices HIDDEN = new TravelPrices(0, 0.16, 0.7, 6, 1, 1.5 / 256);

  /** The shortest line, whether travel shows or not. */
  public static final TravelPrices SHORT = new TravelPrices(0, 0, 0, 1, 0.2, 0);

  public TravelPrices {
    boolean rising = inkSPerMm >= 0 && inkSPerMm <= nearInkSPerMm && nearInkSPerMm <= paperSPerMm;
    if (!rising || !(inFace >= 1) || !(turns >= 0 && turns <= 1) || !(reachPageWidths >= 0)) {
      throw new IllegalArgumentException(
          ("prices must rise from ink %s over near ink %s to paper %s and paper in the face (times"
                  + " %s); the share of turns, %s, must lie in 0..1, the reach, %s, not be negative")
              .formatted(inkSPerMm, nearInkSPerMm, paperSPerMm, inFace, turns, reachPageWidths));
    }
  }

  /** Whether travel costs its length, wherever it goes. */
  boolean byLength() {
    return inkSPerMm == paperSPerMm && inFace == 1;
  }
}
