package silverpoint.kiosk.booth;

/**
 * A sketch that waits for the machine, or is drawn.
 *
 * @param taken of the drawings that the guest was offered
 * @param queuedMs booth time at which the guest accepted the sketch
 * @param promise when the guest was told that the portrait is done
 * @param redraws how often it was begun again
 * @param settled whether its session has come to its end; what is drawn then is an extra
 * @param portrait what has become of the drawing
 */
public record Ticket(
    Session session,
    Offer taken,
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

  /** A sketch that its guest has just accepted. */
  public static Ticket accepted(Session session, Offer taken, long queuedMs, Promise promise) {
    return new Ticket(session, taken, queuedMs, promise, 0, false, Portrait.UNFINISHED);
  }

  public long number() {
    return session.number();
  }

  /** Seconds that the planned motion takes. */
  public double drawTimeS() {
    return taken.drawTimeS();
  }

  Ticket expecting(long doneMs) {
    return new Ticket(
        session, taken, queuedMs, promise.expecting(doneMs), redraws, settled, portrait);
  }

  Ticket again() {
    return new Ticket(session, taken, queuedMs, promise, redraws + 1, settled, Portrait.UNFINISHED);
  }

  Ticket ended() {
    return new Ticket(session, taken, queuedMs, promise, redraws, true, portrait);
  }

  Ticket as(Portrait next) {
    return new Ticket(session, taken, queuedMs, promise, redraws, settled, next);
  }
}
