package silverpoint.kiosk.web.visitor;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import silverpoint.kiosk.booth.BoothSettings;
import silverpoint.kiosk.booth.BoothSnapshot;
import silverpoint.kiosk.booth.BoothState;
import silverpoint.kiosk.booth.MachineState;
import silverpoint.kiosk.booth.Session;
import silverpoint.kiosk.booth.VisitorState;
import silverpoint.kiosk.booth.WireName;

/**
 * The booth as its visitor sees it. Times are ms since 1970; those that count on by themselves are
 * given as moments, so that the page can count without being told.
 *
 * @param phase name of the booth's phase
 * @param sinceMs when it began
 * @param endsMs when the phase ends by itself: the countdown, the hands-free consent or the review;
 *     empty when it does not
 * @param session of the guest at the camera, or else of the drawing on the toy; 0 for nobody
 * @param offers drawings that the guest may choose from, the usual one first; none when there is no
 *     choice
 * @param retakesLeft how often the guest may still ask for another picture
 * @param steady whether the face is well framed
 * @param doneMs when the guest's portrait will be done, or the one on the toy; empty when unknown
 * @param sorry why the session ended without a portrait; empty for no reason to be sorry
 * @param drawing the portrait on the toy
 * @param ready the finished portrait on the toy, while the screen is somebody else's
 * @param queue when those who wait will be done, the next one first
 * @param refused what the guest cannot do at the moment, such as press, agree or retake
 * @param keptHours for which a line is kept when its guest allows it; 0 when none is kept
 */
@WireName("VisitorView")
record VisitorView(
    String phase,
    long sinceMs,
    Optional<Long> endsMs,
    long session,
    List<Choice> offers,
    int retakesLeft,
    boolean steady,
    Optional<Long> doneMs,
    String sorry,
    Optional<Drawing> drawing,
    Optional<Ready> ready,
    List<Waiting> queue,
    List<String> refused,
    VisitorKiosk.Watch watch,
    ScreenSettings screen,
    double keptHours) {

  /**
   * A portrait being drawn.
   *
   * @param share of the planned motion that is done
   * @param firstMs what the guest was told at first
   */
  @WireName("VisitorViewDrawing")
  record Drawing(long session, double share, double leftS, long doneMs, long firstMs) {}

  /**
   * A drawing that a guest may have.
   *
   * @param drawS how long it will take, as far as the machine's pace is known
   * @param chosen whether it is the one that is taken without an answer
   */
  @WireName("VisitorViewChoice")
  record Choice(String style, double drawS, boolean chosen) {}

  /**
   * A portrait that is finished.
   *
   * @param shake whether the toy waits to be shaken
   */
  @WireName("VisitorViewReady")
  record Ready(long session, boolean shake) {}

  /**
   * Somebody who waits for the toy.
   *
   * @param doneMs when the portrait will be done
   * @param firstMs what the guest was told at first; much the same unless something came between
   */
  @WireName("VisitorViewWaiting")
  record Waiting(long session, long doneMs, long firstMs) {}

  static VisitorView of(
      BoothSnapshot booth,
      BoothSettings settings,
      VisitorKiosk.Watch watch,
      ScreenSettings screen,
      double keptHours) {
    BoothState state = booth.state();
    Optional<Session> guest = state.visitor().guest();
    Optional<Drawing> drawing =
        booth
            .progress()
            .map(progress ->
                new Drawing(
                    progress.session(),
                    Math.rint(progress.share() * 1e4) / 1e4,
                    Math.rint(progress.leftS()),
                    seconds(progress.doneAt()),
                    firstMs(booth, progress)));
    Set<Long> drawn = drawing.stream().map(Drawing::session).collect(Collectors.toSet());
    List<Waiting> queue =
        booth.told().stream()
            .filter(told -> !drawn.contains(told.session()))
            .map(told ->
                new Waiting(told.session(), seconds(told.latestAt()), seconds(told.firstAt())))
            .toList();
    long session =
        guest
            .map(Session::number)
            .or(() -> state.machine().ticket().map(ticket -> ticket.number()))
            .orElse(0L);
    return new VisitorView(
        booth.phase().name(),
        booth.since().toEpochMilli(),
        endsAfterMs(state, settings).map(after -> booth.since().toEpochMilli() + after),
        session,
        offers(state),
        guest.map(g -> Math.max(0, settings.visitor().retakes() - g.retakes())).orElse(0),
        isSteady(state),
        doneMs(session, drawing, queue),
        state.visitor() instanceof VisitorState.Sorry(_, VisitorState.Apology why)
            ? why.name()
            : "",
        drawing,
        ready(state),
        queue,
        booth.refused().keySet().stream().sorted().toList(),
        watch,
        screen,
        keptHours);
  }

  private static List<Choice> offers(BoothState state) {
    if (!(state.visitor() instanceof VisitorState.Review review) || review.offers().size() < 2) {
      return List.of();
    }
    double pace = state.pace().drawFactor();
    return review.offers().stream()
        .map(offer ->
            new Choice(
                offer.style(), Math.rint(offer.drawTimeS() * pace), offer.equals(review.chosen())))
        .toList();
  }

  private static Optional<Ready> ready(BoothState state) {
    boolean own =
        state.visitor() instanceof VisitorState.Attract
            || state.visitor() instanceof VisitorState.Finished;
    return state
        .machine()
        .finished()
        .filter(_ -> !own)
        .map(ticket -> new Ready(ticket.number(), state.machine() instanceof MachineState.Erase));
  }

  private static long firstMs(BoothSnapshot booth, BoothSnapshot.Progress progress) {
    return booth.told().stream()
        .filter(told -> told.session() == progress.session())
        .findFirst()
        .map(told -> seconds(told.firstAt()))
        .orElseGet(() -> seconds(progress.doneAt()));
  }

  private static Optional<Long> endsAfterMs(BoothState state, BoothSettings settings) {
    return switch (state.visitor()) {
      case VisitorState.Consent _ ->
          settings.visitor().staysToAgreeS(state.seen()).flatMap(VisitorView::ms);
      case VisitorState.Countdown _ -> ms(settings.visitor().countdownS());
      case VisitorState.Review _ -> ms(settings.visitor().reviewS());
      default -> Optional.empty();
    };
  }

  private static boolean isSteady(BoothState state) {
    return switch (state.visitor()) {
      case VisitorState.Framing framing -> framing.steadySinceMs() >= 0;
      case VisitorState.Countdown countdown -> countdown.lostSinceMs() < 0;
      default -> state.seen().wellFramed();
    };
  }

  private static Optional<Long> doneMs(
      long session, Optional<Drawing> drawing, List<Waiting> queue) {
    return drawing
        .filter(d -> d.session() == session)
        .map(Drawing::doneMs)
        .or(() ->
            queue.stream().filter(w -> w.session() == session).map(Waiting::doneMs).findFirst());
  }

  private static Optional<Long> ms(double seconds) {
    return Optional.of(Math.round(seconds * 1000));
  }

  private static long seconds(Instant at) {
    return Math.floorDiv(at.toEpochMilli() + 500, 1000) * 1000;
  }
}
