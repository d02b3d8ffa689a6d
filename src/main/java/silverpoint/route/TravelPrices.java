package silverpoint.route;

/**
 * What the line pays where it draws nothing new, as multiples of the machine's time for a
 * millimetre of line. A second pass over what is drawn does not show; a hop over paper does, most
 * of all across the face, save where it stays within reach of ink. Dearer paper hides more of the
 * travel and makes a longer line.
 *
 * @param ink over ink, and over paper within half a line width of it
 * @param nearInk over paper within reach of ink, as far as a hop must go there: out of the reach of
 *     one line and into that of another
 * @param besideInk over more paper within reach of ink, where a hop makes a line look double
 * @param paper over open paper
 * @param inFace how many times dearer paper is inside the face
 * @param turns share of the machine's time for corners and reversals that counts
 * @param reachPageWidths paper closer to ink than this is near, in page widths
 */
public record TravelPrices(
    double ink,
    double nearInk,
    double besideInk,
    double paper,
    double inFace,
    double turns,
    double reachPageWidths) {
  /**
   * Hides nearly all travel. Beside ink it costs so much that no join cuts across the lines of a
   * head of hair; across a face so much that it follows the ways that do not surprise. The reach is
   * a little smaller than the 1.5/256 of {@link ConnectorVisibility}, by what the raster of the
   * paper blurs.
   */
  public static final TravelPrices HIDDEN = new TravelPrices(3, 3, 45, 62, 5, 1, 1.4 / 256);

  /** The shortest line, whether travel shows or not. */
  public static final TravelPrices SHORT = new TravelPrices(1, 1, 1, 1, 1, 0.2, 0);

  public TravelPrices {
    boolean rising = ink > 0 && ink <= nearInk && nearInk <= besideInk && besideInk <= paper;
    if (!rising || !(inFace >= 1) || !(turns >= 0) || !(reachPageWidths >= 0)) {
      throw new IllegalArgumentException(
          ("prices must rise from ink %s over near ink %s and beside ink %s to paper %s and paper in"
                  + " the face (times %s); the share of turns, %s, and the reach, %s, must not be"
                  + " negative")
              .formatted(ink, nearInk, besideInk, paper, inFace, turns, reachPageWidths));
    }
  }

  /** Whether all line costs the same, wherever it runs. */
  boolean arePlain() {
    return ink == paper && inFace == 1;
  }
}
