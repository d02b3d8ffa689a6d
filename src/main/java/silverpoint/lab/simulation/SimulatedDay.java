package silverpoint.lab.simulation;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import silverpoint.kiosk.booth.Booth;
import silverpoint.kiosk.booth.BoothAction;
import silverpoint.kiosk.booth.BoothCommand;
import silverpoint.kiosk.booth.BoothEvent;
import silverpoint.kiosk.booth.BoothSettings;
import silverpoint.kiosk.booth.BoothSnapshot;
import silverpoint.kiosk.booth.BoothState;
import silverpoint.kiosk.booth.Fault;
import silverpoint.kiosk.booth.FaultKind;
import silverpoint.kiosk.booth.LearnedPace;
import silverpoint.kiosk.booth.MachineState;
import silverpoint.kiosk.booth.VisitorState;

/**
 * A busy day in virtual time: guests who come, agree, hesitate and leave, staff who shake the toy
 * and look after faults, and faults of every kind, the death of the program included. The booth is
 * the real one; only its crew is simulated. Same seed, same day.
 */
public final class SimulatedDay {
  private static final double STAFF_LOOK_S = 15;
  private static final double SCREEN_LOOK_S = 10;
  private static final double PATIENCE_S = 300;

  /** Of each kind, at the usual rate: three in eight hours. */
  private static final double FAULTS_AN_HOUR = 3 / 8.0;

  /** Nothing happens for so long though somebody is served: the booth is stuck. */
  private static final long STUCK_MS = 30 * 60_000;

  private final BoothSettings settings;
  private final RandomGenerator chance;
  private final double lengthS;
  private final double everyS;
  private final VirtualTime time = new VirtualTime();
  private final SimulatedCrew crew;
  private final DayReport.Notes notes = new DayReport.Notes();
  private final Deque<Long> line = new ArrayDeque<>();
  private Booth booth;
  private long guests;
  private long next;
  private boolean atCamera;

  /**
   * @param lengthS for which guests come, seconds
   * @param everyS from one guest to the next, on average
   * @param faults 1 for the usual rate of faults, 0 for none
   */
  public SimulatedDay(
      BoothSettings settings,
      RandomGenerator chance,
      double lengthS,
      double everyS,
      double faults) {
    this.settings = settings;
    this.chance = chance;
    this.lengthS = lengthS;
    this.everyS = everyS;
    crew = new SimulatedCrew(time, chance, faults);
    booth = begin(new MachineState.Ready(0), 1, LearnedPace.guess(1));
    if (faults > 0) {
      planFaults(faults);
    }
  }

  private Booth begin(MachineState machine, long firstSession, LearnedPace pace) {
    Booth fresh =
        new Booth(
            settings,
            BoothState.begin(machine, firstSession, pace, time.nowMs()),
            new NotingCrew(crew, notes, time),
            time.clock());
    crew.answerTo(fresh::tell);
    return fresh;
  }

  /** Lives through the day and an hour more. */
  public DayReport run() {
    for (double atS = 0; atS < lengthS; atS += everyS * crew.between(0.5, 1.5)) {
      long guest = ++guests;
      time.in(atS, () -> line.add(guest));
      time.in(
          atS + PATIENCE_S,
          () -> {
            if (line.remove(guest)) {
              notes.turnedAway();
            }
          });
    }
    time.in(STAFF_LOOK_S, this::staffLook);
    time.in(SCREEN_LOOK_S, this::lookAtScreen);
    long endMs = Math.round(lengthS * 1000) + 3 * 3_600_000;
    long changedMs = 0;
    BoothState before = booth.snapshot().state();
    while (time.nowMs() < endMs) {
      time.goTo(Math.min(endMs, Math.min(time.nextMs(), booth.deadlineMs())));
      booth.process(new BoothEvent.Tick());
      Optional<BoothEvent> event = booth.nextEvent();
      while (event.isPresent()) {
        booth.process(event.get());
        event = booth.nextEvent();
      }
      callNext();
      BoothState now = booth.snapshot().state();
      if (!now.equals(before)) {
        before = now;
        changedMs = time.nowMs();
      } else if (isBusy(now) && time.nowMs() - changedMs > STUCK_MS) {
        notes.stuck();
        changedMs = time.nowMs();
      }
    }
    return notes.report(guests, isBusy(before) ? 1 : 0, before.pace());
  }

  private static boolean isBusy(BoothState state) {
    return state.visitor().guest().isPresent()
        || !state.queue().isEmpty()
        || state.machine().ticket().isPresent();
  }

  /** The next in line steps up when nobody is in front of the camera. */
  private void callNext() {
    boolean free = booth.snapshot().state().visitor() instanceof VisitorState.Attract;
    if (free && !atCamera && !line.isEmpty()) {
      BoothState state = booth.snapshot().state();
      if (state.open() && state.hindrance().isEmpty() && room(state)) {
        atCamera = true;
        long track = line.remove();
        next = track;
        time.in(1, () -> guest(track, 0));
      }
    }
  }

  private boolean room(BoothState state) {
    return state.machine() instanceof MachineState.Ready
        || state.queue().size() < settings.queue().longest();
  }

  /** What the guest does now and once a second, until the booth is done with them. */
  private void guest(long track, int seconds) {
    if (track != next) {
      return;
    }
    BoothState state = booth.snapshot().state();
    booth.tell(new BoothEvent.SubjectSeen(track, seconds > 2));
    boolean done =
        switch (state.visitor()) {
          case VisitorState.Consent consent ->
              after(consent.sinceMs(), 4)
                  && answers(
                      crew.happens(0.92)
                          ? new BoothCommand.Agree(crew.happens(0.3))
                          : new BoothCommand.Decline());
          case VisitorState.Review review -> {
            if (review.offers().size() > 1 && crew.happens(0.15)) {
              answers(new BoothCommand.ChooseDrawing(review.offers().getLast().style()));
            }
            if (after(review.sinceMs(), 5) && crew.happens(0.3)) {
              boolean retake =
                  crew.happens(0.2) && review.session().retakes() < settings.visitor().retakes();
              answers(retake ? new BoothCommand.Retake() : new BoothCommand.Accept());
            }
            yield false;
          }
          case VisitorState.Queued _ -> true;
          case VisitorState.Sorry _ -> true;
          case VisitorState.Attract _ -> seconds > 8;
          default -> false;
        };
    // one in a few hundred walks off in the middle
    if (done || crew.happens(0.001)) {
      booth.tell(new BoothEvent.SubjectSeen(0, false));
      atCamera = false;
    } else {
      time.in(1, () -> guest(track, seconds + 1));
    }
  }

  private boolean after(long sinceMs, double seconds) {
    return time.nowMs() - sinceMs >= seconds * 1000;
  }

  /** Says it; whether the guest leaves then. */
  private boolean answers(BoothCommand command) {
    booth.tell(new BoothEvent.Commanded(command));
    return command instanceof BoothCommand.Decline;
  }

  /** What guests who stay read on the screen. */
  private void lookAtScreen() {
    BoothSnapshot shown = booth.snapshot();
    shown.told().forEach(told -> note(told.session(), told.latestAt()));
    time.in(SCREEN_LOOK_S, this::lookAtScreen);
  }

  private void note(long session, Instant doneAt) {
    notes.shown(session, time.nowMs(), time.msOf(doneAt));
  }

  private void staffLook() {
    BoothState state = booth.snapshot().state();
    boolean looking = state.visitor() instanceof VisitorState.Finished;
    switch (state.machine()) {
      // one time in thirty nobody has time
      case MachineState.Erase erase -> {
        if (!looking && after(erase.sinceMs(), 8) && crew.happens(0.9)) {
          booth.tell(new BoothEvent.ErasureSeen());
        }
      }
      case MachineState.Paused _ -> ask(new BoothCommand.Resume());
      case MachineState.OutOfService(long sinceMs, Fault fault) -> {
        if (after(sinceMs, 40)) {
          ask(
              switch (fault.kind()) {
                case POSITION_UNKNOWN -> new BoothCommand.DeclareHome();
                case NOT_ERASED -> new BoothCommand.ConfirmErased();
                default -> new BoothCommand.Reset();
              });
        }
      }
      default -> {}
    }
    time.in(STAFF_LOOK_S, this::staffLook);
  }

  private void ask(BoothCommand command) {
    booth.tell(new BoothEvent.Commanded(command));
  }

  /** Each kind of fault at times that nobody expects. */
  private void planFaults(double faults) {
    List<Runnable> kinds = new ArrayList<>();
    kinds.add(() -> crew.unplugCamera(crew.between(2, 120)));
    kinds.add(() -> crew.fillDisk(crew.between(60, 1200)));
    kinds.add(() -> crew.loseModels(crew.between(20, 300)));
    kinds.add(() -> crew.breakPlotter(crew.between(5, 400)));
    kinds.add(() -> booth.tell(new BoothEvent.EmergencyStopPressed()));
    kinds.add(() -> ask(new BoothCommand.Pause()));
    kinds.add(() -> ask(new BoothCommand.Cancel()));
    kinds.add(this::die);
    for (Runnable kind : kinds) {
      for (int i = 0; i < Math.round(faults * FAULTS_AN_HOUR * lengthS / 3600); i++) {
        time.in(
            crew.between(0, lengthS),
            () -> {
              notes.disturbed(time.nowMs());
              kind.run();
            });
      }
    }
  }

  /** The program is killed; ten seconds later it runs again and finds out what it can. */
  private void die() {
    BoothState before = booth.snapshot().state();
    boolean certain = crew.die();
    notes.died();
    boolean blank = before.machine() instanceof MachineState.Ready;
    MachineState begins =
        certain && blank
            ? new MachineState.Ready(time.nowMs())
            : new MachineState.Recovering(
                time.nowMs(),
                new Fault(FaultKind.PLOTTER, "the program has just begun", time.nowMs(), 0));
    booth = begin(begins, before.nextSession(), before.pace());
    if (begins instanceof MachineState.Recovering) {
      crew.perform(new BoothAction.CheckMachine(), booth::tell);
    }
    atCamera = false;
    next = -1;
  }
}
