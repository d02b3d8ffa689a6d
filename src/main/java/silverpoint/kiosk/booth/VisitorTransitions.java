package silverpoint.kiosk.booth;

import java.util.List;
import java.util.Optional;
import silverpoint.kiosk.booth.VisitorState.Apology;
import silverpoint.kiosk.booth.VisitorState.Attract;
import silverpoint.kiosk.booth.VisitorState.Captured;
import silverpoint.kiosk.booth.VisitorState.Consent;
import silverpoint.kiosk.booth.VisitorState.Countdown;
import silverpoint.kiosk.booth.VisitorState.Finished;
import silverpoint.kiosk.booth.VisitorState.Framing;
import silverpoint.kiosk.booth.VisitorState.Queued;
import silverpoint.kiosk.booth.VisitorState.Review;
import silverpoint.kiosk.booth.VisitorState.Sketching;
import silverpoint.kiosk.booth.VisitorState.Sorry;

/** The flow in front of the camera. */
final class VisitorTransitions {
  /** A face that is lost for less during the countdown does not begin it again. */
  static final double LOST_S = 0.7;

  private VisitorTransitions() {}

  /** The person in front of the camera changed. */
  static void seen(Change change) {
    boolean well = change.seen.wellFramed();
    switch (change.visitor) {
      case Framing framing when well != framing.steadySinceMs() >= 0 ->
          change.visitor =
              new Framing(
                  framing.sinceMs(), framing.session(), well ? change.nowMs : -1, framing.misses());
      case Countdown countdown when well == countdown.lostSinceMs() >= 0 ->
          change.visitor =
              new Countdown(
                  countdown.sinceMs(),
                  countdown.session(),
                  well ? -1 : change.nowMs,
                  countdown.misses());
      default -> {}
    }
  }

  /** A guest is asked. */
  static void ask(Change change) {
    change.visitor = new Consent(change.nowMs, change.asked());
  }

  static void agree(Change change, Session session, boolean keepLineArt) {
    Session begun = session.keeping(keepLineArt);
    change.begin(begun);
    frame(change, begun, 0);
  }

  static void retake(Change change, Review review) {
    change.act(new BoothAction.Forget(review.session().number()));
    change.countRetake();
    frame(change, review.session().retaken(), 0);
  }

  private static void frame(Change change, Session session, int misses) {
    change.act(new BoothAction.CollectFrames(session.number()));
    change.visitor =
        new Framing(change.nowMs, session, change.seen.wellFramed() ? change.nowMs : -1, misses);
  }

  /** The camera takes the picture at once. */
  static void capture(Change change, Session session, int misses) {
    change.visitor = new Captured(change.nowMs, session, misses);
    change.act(new BoothAction.TakeFrame(session.number()));
  }

  static void frameTaken(Change change, long number) {
    if (change.visitor instanceof Captured captured && captured.session().number() == number) {
      change.visitor = new Sketching(change.nowMs, captured.session());
      change.act(new BoothAction.Sketch(number));
    } else {
      change.forgetStranger(number);
    }
  }

  static void frameMissed(Change change, long number) {
    if (change.visitor instanceof Captured captured && captured.session().number() == number) {
      missed(change, captured);
    }
  }

  private static void missed(Change change, Captured captured) {
    int misses = captured.misses() + 1;
    if (misses < change.settings.visitor().misses()) {
      frame(change, captured.session(), misses);
    } else {
      apologise(change, captured.session(), Outcome.NO_PICTURE, Apology.NO_FACE);
    }
  }

  static void sketched(Change change, BoothEvent.Sketched sketched) {
    if (change.visitor instanceof Sketching(_, Session session)
        && session.number() == sketched.session()) {
      Offer usual = sketched.offer();
      change.visitor = new Review(change.nowMs, session, List.of(usual), usual);
    } else {
      change.forgetStranger(sketched.session());
    }
  }

  static void sketchFailed(Change change, BoothEvent.SketchFailed failed) {
    if (change.visitor instanceof Sketching(_, Session session)
        && session.number() == failed.session()) {
      apologise(
          change,
          session,
          failed.noFace() ? Outcome.NO_PICTURE : Outcome.FAILED,
          failed.noFace() ? Apology.NO_FACE : Apology.SKETCH_FAILED);
    }
  }

  /** The guest accepts the sketch. */
  static void accept(Change change, Review review) {
    Session session = review.session();
    boolean full =
        !(change.machine instanceof MachineState.Ready)
            && change.queue().size() >= change.settings.queue().longest();
    if (full) {
      apologise(change, session, Outcome.LOST, Apology.QUEUE_FULL);
      return;
    }
    Offer taken = review.chosen();
    Promise promise = Promise.of(change.forecast().endMs(taken.drawTimeS()));
    Ticket ticket = Ticket.accepted(session, taken, change.nowMs, promise);
    change.act(new BoothAction.Settle(session.number(), taken.style()));
    change.queue().add(ticket);
    change.served(session);
    change.visitor = new Queued(change.nowMs, ticket);
  }

  /** Ends the session at the camera and tells the guest why. */
  static void apologise(Change change, Session session, Outcome outcome, Apology why) {
    change.end(session, outcome);
    change.visitor = new Sorry(change.nowMs, why);
  }

  static void leave(Change change, Session session, Outcome outcome) {
    change.end(session, outcome);
    rest(change);
  }

  /** Nobody is at the screen: a portrait that was finished meanwhile has it first. */
  static void rest(Change change) {
    Optional<Ticket> unseen =
        change.machine.finished().filter(ticket -> ticket.portrait() == Ticket.Portrait.FINISHED);
    change.visitor =
        unseen
            .<VisitorState>map(ticket -> new Finished(change.nowMs, ticket.number(), false))
            .orElseGet(() -> new Attract(change.nowMs));
    change.machine = unseen.isPresent() ? change.machine.shown() : change.machine;
  }

  /** A portrait is whole; the screen is its own unless somebody is served. */
  static void finished(Change change) {
    if (change.visitor instanceof Attract) {
      rest(change);
    }
  }

  static void rate(Change change, Finished finished, boolean liked) {
    change.visitor = new Finished(finished.sinceMs(), finished.session(), true);
    change.act(new BoothAction.NoteRating(finished.session(), liked));
  }

  /** Whether the portrait that the screen shows is still on the page. */
  static boolean isThere(MachineState machine, Finished shown) {
    return machine.finished().filter(ticket -> ticket.number() == shown.session()).isPresent();
  }

  /** Something that no session can do without fails. */
  static void hindered(Change change, FaultKind kind) {
    boolean needed =
        switch (change.visitor) {
          case Consent _ -> true;
          case Framing _ -> true;
          case Countdown _ -> true;
          case Captured _ -> true;
          case Sketching _ -> kind != FaultKind.CAMERA;
          case Attract _ -> false;
          case Finished _ -> false;
          case Review _ -> false;
          case Queued _ -> false;
          case Sorry _ -> false;
        };
    if (needed) {
      Session session = change.visitor.guest().orElseThrow();
      apologise(
          change,
          session,
          Outcome.FAILED,
          kind == FaultKind.CAMERA ? Apology.CAMERA : Apology.SKETCH_FAILED);
    }
  }

  /** What time alone changes. */
  static void passTime(Change change) {
    VisitorSettings settings = change.settings.visitor();
    switch (change.visitor) {
      case Attract _ -> {
        if (invites(change.state(), change.settings)) {
          ask(change);
        }
      }
      case Finished finished -> {
        if (!isThere(change.machine, finished)
            || change.over(finished.sinceMs(), change.settings.machine().doneS())) {
          change.visitor = new Attract(change.nowMs);
        }
      }
      case Consent(long since, Session session) -> {
        boolean walkedOn = session.track() != 0 && gone(change, since);
        if (walkedOn || change.over(since, settings.consentS())) {
          leave(change, session, Outcome.LEFT);
        } else if (settings
            .staysToAgreeS(change.seen)
            .filter(staysS -> change.seen.wellFramed() && change.over(since, staysS))
            .isPresent()) {
          agree(change, session, false);
        }
      }
      case Framing framing -> {
        if (gone(change, framing.sinceMs())) {
          leave(change, framing.session(), Outcome.LEFT);
        } else if (framing.steadySinceMs() >= 0
            && change.over(framing.steadySinceMs(), settings.steadyS())) {
          change.visitor = new Countdown(change.nowMs, framing.session(), -1, framing.misses());
        } else if (change.over(framing.sinceMs(), settings.framingS())) {
          apologise(change, framing.session(), Outcome.NO_PICTURE, Apology.NO_FACE);
        }
      }
      case Countdown countdown -> {
        if (gone(change, countdown.sinceMs())) {
          leave(change, countdown.session(), Outcome.LEFT);
        } else if (countdown.lostSinceMs() >= 0 && change.over(countdown.lostSinceMs(), LOST_S)) {
          frame(change, countdown.session(), countdown.misses());
        } else if (change.over(countdown.sinceMs(), settings.countdownS())) {
          capture(change, countdown.session(), countdown.misses());
        }
      }
      case Captured captured -> {
        if (change.over(captured.sinceMs(), settings.captureS())) {
          missed(change, captured);
        }
      }
      case Sketching(long since, Session session) -> {
        if (change.over(since, settings.sketchS())) {
          apologise(change, session, Outcome.FAILED, Apology.TOO_SLOW);
        }
      }
      case Review review -> {
        if (change.over(review.sinceMs(), settings.reviewS())) {
          if (gone(change, review.sinceMs())) {
            leave(change, review.session(), Outcome.LEFT);
          } else {
            accept(change, review);
          }
        }
      }
      case Queued queued -> {
        if (change.over(queued.sinceMs(), settings.queuedS())) {
          rest(change);
        }
      }
      case Sorry sorry -> {
        if (change.over(sorry.sinceMs(), settings.sorryS())) {
          rest(change);
        }
      }
    }
  }

  private static boolean gone(Change change, long sinceMs) {
    return change.over(Math.max(sinceMs, change.seen.lastMs()), change.settings.visitor().leftS());
  }

  /** Whether whoever stands there is asked without having touched anything. */
  static boolean invites(BoothState state, BoothSettings settings) {
    return state.seen().track() != 0
        && state.seen().track() != state.seen().servedTrack()
        && Commands.beginning(state, settings).isEmpty();
  }
}
