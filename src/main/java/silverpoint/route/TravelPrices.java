package silverpoint.route;

/**
 * What the line pays where it draws nothing new, as multiples of the machine's time for a
 * millimetre of line. A second pass over what is drawn makes it darker, which is welcome where the
 * sitter is dark; a connector over paper shows, most of all across the face. Dearer paper hides
 * more of the travel and makes a longer line.
 *
 * @param darkInk over ink that shows something dark
 * @param ink over other ink and over what is joined, and over paper within half a line width of ink
 * @param paper over paper, also close to ink: cheap connectors from one line of hair to the next
 *     become rows of connectors that cut across the hair
 * @param inFace how many times dearer paper is inside the face
 * @param turns share of the machine's time for corners and reversals that counts
 */
public record TravelPrices(double darkInk, double ink, double paper, double inFace, double turns) {
  /**
   * Hides nearly all travel; across a face it costs so much that it follows the ways that do not
   * surprise. Dark ink costs no more than its time, light ink three times as much: most of what is
   * drawn twice is dark then.
   */
  public static final TravelPrices HIDDEN = new TravelPrices(1, 3, 62, 5, 1);

  /** The shortest line, whether travel shows or not. */
  public static final TravelPrices SHORT = new TravelPrices(1, 1, 1, 1, 0.2);

  public TravelPrices {
    boolean rising = darkInk > 0 && darkInk <= ink && ink <= paper;
    if (!rising || !(inFace >= 1) || !(turns >= 0)) {
      throw new IllegalArgumentException(
          ("prices must rise from dark ink %s over ink %s to paper %s and paper in the face (times"
                  + " %s); the share of turns, %s, must not be negative")
              .formatted(darkInk, ink, paper, inFace, turns));
    }
  }

  /** Whether all line costs the same, wherever it runs. */
  boolean arePlain() {
    return darkInk == paper && inFace == 1;
  }
}
