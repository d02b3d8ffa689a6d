package silverpoint.kiosk.booth;

/**
 * Since when the machine cannot draw; booth times, -1 for a part that is not so.
 *
 * @param clearingSinceMs the stylus left to be parked, to have the page cleared
 * @param brokenSinceMs a fault or staff at the knobs keep it from its work
 */
record Downtime(long clearingSinceMs, long brokenSinceMs) {
  static final Downtime NONE = new Downtime(-1, -1);

  Downtime clearing(long nowMs) {
    return new Downtime(nowMs, -1);
  }

  /** Out of work, since the first of what may be several faults in a row. */
  Downtime broken(long nowMs) {
    return new Downtime(-1, isBroken() ? brokenSinceMs : nowMs);
  }

  boolean isClearing() {
    return clearingSinceMs >= 0;
  }

  boolean isBroken() {
    return brokenSinceMs >= 0;
  }
}
