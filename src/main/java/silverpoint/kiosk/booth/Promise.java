package silverpoint.kiosk.booth;

/**
 * When a guest was told that the portrait is done; booth times.
 *
 * @param firstMs what was told when the guest accepted the sketch
 * @param latestMs what was told last
 * @param changes how often another time was told
 */
public record Promise(long firstMs, long latestMs, int changes) {
  /** A time that is wrong by less is not worth another word. */
  static final long TOLERANCE_MS = 20_000;

  /** The first word. */
  public static Promise of(long doneMs) {
    return new Promise(doneMs, doneMs, 0);
  }

  /** The promise once the given time is expected: the same while it is not far off. */
  Promise expecting(long doneMs) {
    return Math.abs(doneMs - latestMs) < TOLERANCE_MS
        ? this
        : new Promise(firstMs, doneMs, changes + 1);
  }
}
