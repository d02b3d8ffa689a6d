package silverpoint.kiosk.booth;

/**
 * A sketch that waits for the machine, or is drawn.
 *
 * @param drawTimeS that the planned motion takes
 * @param lengthMm of the line
 * @param queuedMs booth time at which the guest accepted the sketch
 * @param promise when the guest was told that the portrait is done
 * @param redraws how often it was begun again
 * @param settled whether its session has come to its end; what is drawn then is an extra
 * @param portrait what has become of the drawing
 */
public record Ticket(
    Session session,
    double drawTimeS,
    double lengthMm,
    long queuedMs,
    Promise promise,
    int redraws,
    boolean settled,
    Portrait portrait) {
  /** What has become of a drawing. */
  public enum Portrait {
    UNFINISHED,
    /** It is whole; its guest has not seen it on the screen alone. */
    FINISHED,
    /** It is whole, and has had the screen to itself. */
    SHOWN
  }

  public Ticket {
    if (!(drawTimeS >= 0) || !(lengthMm >= 0)) {
      throw new IllegalArgumentException(
          "drawTimeS and lengthMm must not be negative: " + drawTimeS + ", " + lengthMm);
    }
  }

  /** A sketch that its guest has just accepted. */
  public static Ticket accepted(
      Session session, double drawTimeS, double lengthMm, long queuedMs, Promise promise) {
    return new Ticket(
        session, drawTimeS, lengthMm, queuedMs, promise, 0, false, Portrait.UNFINISHED);
  }

  public long number() {
    return session.number();
  }

  Ticket expecting(long doneMs) {
    return new Ticket(
        session,
        drawTimeS,
        lengthMm,
        queuedMs,
        promise.expecting(doneMs),
        redraws,
        settled,
        portrait);
  }

  Ticket again() {
    return new Ticket(
        session, drawTimeS, lengthMm, queuedMs, promise, redraws + 1, settled, Portrait.UNFINISHED);
  }

  Ticket ended() {
    return new Ticket(session, drawTimeS, lengthMm, queuedMs, promise, redraws, true, portrait);
  }

  Ticket as(Portrait next) {
    return new Ticket(session, drawTimeS, lengthMm, queuedMs, promise, redraws, settled, next);
  }
}
