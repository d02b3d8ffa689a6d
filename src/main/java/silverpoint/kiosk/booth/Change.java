package silverpoint.kiosk.booth;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import silverpoint.kiosk.booth.BoothState.Seen;

/** A state on its way to the next one, and the actions that go with it. Lives in one transition. */
final class Change {
  final BoothSettings settings;
  final long nowMs;
  VisitorState visitor;
  MachineState machine;
  boolean open;
  Seen seen;
  LearnedPace pace;
  Downtime downtime;
  int faultsInARow;
  private Counters counters;
  private long nextSession;
  private final List<Ticket> queue;
  private final Map<FaultKind, Fault> faults = new EnumMap<>(FaultKind.class);
  private final List<BoothAction> actions = new ArrayList<>();

  Change(BoothState state, BoothSettings settings, long nowMs) {
    this.settings = settings;
    this.nowMs = nowMs;
    visitor = state.visitor();
    machine = state.machine();
    queue = new ArrayList<>(state.queue());
    open = state.open();
    seen = state.seen();
    faults.putAll(state.faults());
    pace = state.pace();
    downtime = state.downtime();
    faultsInARow = state.faultsInARow();
    counters = state.counters();
    nextSession = state.nextSession();
  }

  BoothState state() {
    return new BoothState(
        visitor,
        machine,
        queue,
        open,
        seen,
        faults,
        pace,
        downtime,
        faultsInARow,
        counters,
        nextSession);
  }

  Transition done() {
    return new Transition(state(), actions);
  }

  Forecast forecast() {
    return Forecast.of(state(), settings.machine(), nowMs);
  }

  void act(BoothAction action) {
    actions.add(action);
  }

  /** Whether so many seconds have passed since then. */
  boolean over(long sinceMs, double seconds) {
    return nowMs >= sinceMs + ms(seconds);
  }

  static long ms(double seconds) {
    return Math.round(seconds * 1000);
  }

  /** The tickets that wait; may be changed. */
  List<Ticket> queue() {
    return queue;
  }

  /** Whoever reads the notice; who goes leaves the number to the next. */
  Session asked() {
    return new Session(nextSession, seen.track(), false, 0, nowMs);
  }

  /** A guest agreed: the session begins. */
  void begin(Session session) {
    nextSession++;
    counters = counters.plusBegun();
    act(new BoothAction.NoteBegun(session));
  }

  /** What comes too late for a session is forgotten at once, unless the session lives. */
  void forgetStranger(long number) {
    boolean lives =
        visitor.guest().filter(guest -> guest.number() == number).isPresent()
            || queue.stream().anyMatch(ticket -> ticket.number() == number)
            || machine.ticket().filter(ticket -> ticket.number() == number).isPresent();
    if (!lives) {
      act(new BoothAction.Forget(number));
    }
  }

  void countRetake() {
    counters = counters.plusRetake();
  }

  /** The session ends before its sketch was accepted, or began; the booth forgets it. */
  void end(Session session, Outcome outcome) {
    if (!(visitor instanceof VisitorState.Consent)) {
      act(new BoothAction.Forget(session.number()));
      act(new BoothAction.NoteEnded(session, outcome));
      counters = counters.plusEnded(outcome);
    }
    if (outcome == Outcome.FAILED || outcome == Outcome.LOST) {
      mayAskAgain();
    } else {
      served(session);
    }
  }

  /** The person at the camera is not asked again by itself. */
  void served(Session session) {
    long track = seen.track() == 0 ? session.track() : seen.track();
    seen = seen.served(track);
  }

  /** The booth failed whoever stands there, who is asked again when it can. */
  private void mayAskAgain() {
    seen = seen.served(0);
  }

  /** A ticket that will not be drawn comes to its end. */
  void end(Ticket ticket, Outcome outcome) {
    act(new BoothAction.Forget(ticket.number()));
    if (!ticket.settled()) {
      act(new BoothAction.NoteUndrawn(ticket, outcome));
      counters = counters.plusEnded(outcome);
    }
  }

  /** A job comes to its end; its line stays in memory until the page is blank. */
  void end(Job job, Outcome outcome) {
    if (!job.ticket().settled()) {
      act(new BoothAction.NoteTicketEnded(job, outcome));
      counters = counters.plusEnded(outcome);
    }
  }

  /** A part other than the machine fails. */
  void failing(Fault fault) {
    if (faults.put(fault.kind(), fault) == null) {
      note(fault);
    }
  }

  void healed(FaultKind kind) {
    faults.remove(kind);
  }

  Optional<Fault> fault(FaultKind kind) {
    return Optional.ofNullable(faults.get(kind));
  }

  /** Tells of a fault. */
  void note(Fault fault) {
    act(new BoothAction.NoteFault(fault));
    counters = counters.plusFault();
  }
}
