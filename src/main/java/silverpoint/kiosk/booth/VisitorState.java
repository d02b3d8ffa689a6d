package silverpoint.kiosk.booth;

import java.util.List;
import java.util.Optional;

/** What happens in front of the camera. {@code sinceMs} is the booth time at which it began. */
public sealed interface VisitorState {
  long sinceMs();

  /** The guest, while there is one. */
  default Optional<Session> guest() {
    return switch (this) {
      case Attract _ -> Optional.empty();
      case Finished _ -> Optional.empty();
      case Sorry _ -> Optional.empty();
      case Consent(_, Session session) -> Optional.of(session);
      case Framing framing -> Optional.of(framing.session());
      case Countdown countdown -> Optional.of(countdown.session());
      case Captured captured -> Optional.of(captured.session());
      case Sketching(_, Session session) -> Optional.of(session);
      case Review review -> Optional.of(review.session());
      case Queued queued -> Optional.of(queued.ticket().session());
    };
  }

  /** Nobody is being served; frames only serve to notice that somebody comes. */
  @WireName("ATTRACT")
  record Attract(long sinceMs) implements VisitorState {}

  /**
   * A finished portrait has the screen to itself; whoever comes next may press.
   *
   * @param rated whether somebody said how it is liked
   */
  @WireName("FINISHED")
  record Finished(long sinceMs, long session, boolean rated) implements VisitorState {}

  /** Somebody reads what happens with the picture, and agrees or goes. */
  @WireName("CONSENT")
  record Consent(long sinceMs, Session session) implements VisitorState {}

  /**
   * The guest moves until the camera sees the face well.
   *
   * @param steadySinceMs booth time since when the face is well framed; -1 while it is not
   * @param misses pictures of this session that could not be used
   */
  @WireName("FRAMING")
  record Framing(long sinceMs, Session session, long steadySinceMs, int misses)
      implements VisitorState {}

  /**
   * Three, two, one.
   *
   * @param lostSinceMs booth time since when the face is no longer well framed; -1 while it is
   */
  @WireName("COUNTDOWN")
  record Countdown(long sinceMs, Session session, long lostSinceMs, int misses)
      implements VisitorState {}

  /** The camera hands over its best frame. */
  @WireName("CAPTURED")
  record Captured(long sinceMs, Session session, int misses) implements VisitorState {}

  /** The pipeline makes the line. */
  @WireName("SKETCHING")
  record Sketching(long sinceMs, Session session) implements VisitorState {}

  /**
   * The guest sees the line, and accepts it or wants another picture.
   *
   * @param offers drawings of the same frame to choose from, the usual one first
   * @param chosen the one that is shown, and taken without an answer
   */
  @WireName("REVIEW")
  record Review(long sinceMs, Session session, List<Offer> offers, Offer chosen)
      implements VisitorState {
    public Review {
      offers = List.copyOf(offers);
      if (!offers.contains(chosen)) {
        throw new IllegalArgumentException(chosen + " is not offered: " + offers);
      }
    }

    /** The drawing in that style, when it is offered. */
    Optional<Offer> offer(String style) {
      return offers.stream().filter(offer -> offer.style().equals(style)).findFirst();
    }
  }

  /** The guest is told when the portrait will be done. */
  @WireName("QUEUED")
  record Queued(long sinceMs, Ticket ticket) implements VisitorState {}

  /** The guest is told why there is no portrait. */
  @WireName("SORRY")
  record Sorry(long sinceMs, Apology why) implements VisitorState {}

  /** Why a session ended without a portrait. */
  enum Apology {
    NO_FACE,
    TOO_SLOW,
    CAMERA,
    SKETCH_FAILED,
    QUEUE_FULL,
    STOPPED
  }
}
