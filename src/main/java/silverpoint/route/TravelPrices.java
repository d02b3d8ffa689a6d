package silverpoint.route;

/**
 * What the line pays where it draws nothing new, as multiples of the machine's time for a
 * millimetre of line. A second pass over what is drawn makes it darker, which is welcome where the
 * sitter is dark; a hop over paper shows, most of all across the face, save where it stays within
 * reach of ink. Dearer paper hides more of the travel and makes a longer line.
 *
 * @param darkInk over ink that shows something dark
 * @param ink over other ink and over what is joined, and over paper within half a line width of ink
 * @param nearInk over paper within reach of ink, as far as a hop must go there: out of the reach of
 *     one line and into that of another
 * @param besideInk over more paper within reach of ink, where a hop makes a line look double
 * @param paper over open paper
 * @param inFace how many times dearer paper is inside the face
 * @param turns share of the machine's time for corners and reversals that counts
 * @param reachPageWidths paper closer to ink than this is near, in page widths
 */
public record TravelPrices(
    double darkInk,
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
   * a third of the 1.5/256 of {@link ConnectorVisibility}: a larger one makes hops from one line of
   * hair to the next free, and rows of them cut across the hair. Dark ink costs no more than its
   * time, light ink three times as much: two thirds of what is drawn twice are dark then, and the
   * line is no slower.
   */
  public static final TravelPrices HIDDEN = new TravelPrices(1, 3, 3, 45, 62, 5, 1, 0.5 / 256);

  /** The shortest line, whether travel shows or not. */
  public static final TravelPrices SHORT = new TravelPrices(1, 1, 1, 1, 1, 1, 0.2, 0);

  public TravelPrices {
    boolean risingInk = darkInk > 0 && darkInk <= ink && ink <= nearInk;
    boolean rising = risingInk && nearInk <= besideInk && besideInk <= paper;
    if (!rising || !(inFace >= 1) || !(turns >= 0) || !(reachPageWidths >= 0)) {
      throw new IllegalArgumentException(
          ("prices must rise from dark ink %s over ink %s, near ink %s and beside ink %s to paper %s and"
                  + " paper in the face (times %s); the share of turns, %s, and the reach, %s, must not be"
                  + " negative")
              .formatted(darkInk, ink, nearInk, besideInk, paper, inFace, turns, reachPageWidths));
    }
  }

  /** Whether all line costs the same, wherever it runs. */
  boolean arePlain() {
    return darkInk == paper && inFace == 1;
  }
}
