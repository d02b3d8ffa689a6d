package silverpoint.kiosk.booth;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Settings, commands and events for the tests of the flow. */
final class Booths {
  static final VisitorSettings VISITOR =
      new VisitorSettings(30, 0, 45, 0.6, 3, 5, 25, 20, 12, 7, 8, 2, 3);
  static final MachineSettings MACHINE =
      new MachineSettings(10, 900, 1.5, 60, 20, 120, 600, 1800, 30, 2, 10, 300);
  static final BoothSettings SETTINGS =
      new BoothSettings(VISITOR, new QueueSettings(3, 1800), MACHINE);

  private Booths() {}

  /** One event of each kind that can matter to the session and the ticket with these numbers. */
  static List<BoothEvent> events(long session, long drawn, Random random) {
    List<BoothEvent> events = new ArrayList<>();
    events.add(new BoothEvent.Tick());
    events.add(new BoothEvent.SubjectSeen(0, false));
    events.add(new BoothEvent.SubjectSeen(1 + random.nextInt(5), false));
    events.add(new BoothEvent.SubjectSeen(1 + random.nextInt(5), true));
    events.add(new BoothEvent.FrameTaken(session));
    events.add(new BoothEvent.FrameMissed(session));
    events.add(new BoothEvent.Sketched(session, new Offer("shaded", 5 + random.nextInt(200), 900)));
    events.add(
        new BoothEvent.AlsoSketched(session, new Offer("contour", 5 + random.nextInt(200), 700)));
    events.add(new BoothEvent.SketchFailed(session, random.nextBoolean(), "no line"));
    events.add(new BoothEvent.DrawingFinished(drawn));
    events.add(new BoothEvent.DrawingHeld(drawn));
    events.add(new BoothEvent.DrawingStopped(drawn, random.nextBoolean()));
    events.add(new BoothEvent.Parked());
    events.add(new BoothEvent.ErasureSeen());
    events.add(new BoothEvent.ServiceEnded(random.nextBoolean()));
    events.add(new BoothEvent.MachineReady());
    events.add(
        new BoothEvent.MachineFailed(
            random.nextBoolean() ? FaultKind.PLOTTER : FaultKind.POSITION_UNKNOWN, "motor"));
    events.add(new BoothEvent.EmergencyStopPressed());
    for (FaultKind kind : List.of(FaultKind.CAMERA, FaultKind.MODEL, FaultKind.HISTORY)) {
      events.add(new BoothEvent.Failing(kind, "broken"));
      events.add(new BoothEvent.Healed(kind));
      events.add(new BoothEvent.Healed(kind));
    }
    commands(session).forEach(command -> events.add(new BoothEvent.Commanded(command)));
    return events;
  }

  /** What a good day would bring next: for the guest, or for the machine. */
  static BoothEvent expected(BoothState state, Random random) {
    return random.nextBoolean() ? forGuest(state, random) : forMachine(state);
  }

  private static BoothEvent forGuest(BoothState state, Random random) {
    long session = sessionOf(state);
    return switch (state.visitor()) {
      case VisitorState.Attract _ -> new BoothEvent.SubjectSeen(state.nextSession(), true);
      case VisitorState.Consent _ -> new BoothEvent.Commanded(new BoothCommand.Agree(true));
      case VisitorState.Framing _ -> new BoothEvent.SubjectSeen(session, true);
      case VisitorState.Captured _ -> new BoothEvent.FrameTaken(session);
      case VisitorState.Sketching _ ->
          new BoothEvent.Sketched(session, new Offer("shaded", 5 + random.nextInt(60), 900));
      case VisitorState.Review _ -> new BoothEvent.Commanded(new BoothCommand.Accept());
      case VisitorState.Countdown _ -> new BoothEvent.Tick();
      case VisitorState.Queued _ -> new BoothEvent.Tick();
      case VisitorState.Sorry _ -> new BoothEvent.Tick();
      case VisitorState.Finished _ -> new BoothEvent.Tick();
    };
  }

  private static BoothEvent forMachine(BoothState state) {
    long drawn = drawnOf(state);
    return switch (state.machine()) {
      case MachineState.Ready _ -> new BoothEvent.Commanded(new BoothCommand.Open());
      case MachineState.Drawing _ -> new BoothEvent.DrawingFinished(drawn);
      case MachineState.Pausing _ -> new BoothEvent.DrawingHeld(drawn);
      case MachineState.Paused _ -> new BoothEvent.Commanded(new BoothCommand.Resume());
      case MachineState.Stopping _ -> new BoothEvent.DrawingStopped(drawn, true);
      case MachineState.Done _ -> new BoothEvent.Tick();
      case MachineState.Parking _ -> new BoothEvent.Parked();
      case MachineState.Erase _ -> new BoothEvent.ErasureSeen();
      case MachineState.Servicing _ -> new BoothEvent.ServiceEnded(true);
      case MachineState.Faulted _ -> new BoothEvent.Commanded(new BoothCommand.Reset());
      case MachineState.Recovering _ -> new BoothEvent.MachineReady();
      case MachineState.OutOfService _ -> new BoothEvent.Commanded(new BoothCommand.Reset());
    };
  }

  /** One command of each kind. */
  static List<BoothCommand> commands(long session) {
    return List.of(
        new BoothCommand.Press(),
        new BoothCommand.Agree(true),
        new BoothCommand.Decline(),
        new BoothCommand.Accept(),
        new BoothCommand.ChooseDrawing("contour"),
        new BoothCommand.Retake(),
        new BoothCommand.Rate(true),
        new BoothCommand.StartNow(),
        new BoothCommand.Pause(),
        new BoothCommand.Resume(),
        new BoothCommand.Skip(),
        new BoothCommand.Drop(session),
        new BoothCommand.BringForward(session),
        new BoothCommand.Cancel(),
        new BoothCommand.Redraw(),
        new BoothCommand.ConfirmErased(),
        new BoothCommand.Close(),
        new BoothCommand.Open(),
        new BoothCommand.Reset(),
        new BoothCommand.EmergencyStop(),
        new BoothCommand.EraseEverything(),
        new BoothCommand.MotorsOff(),
        new BoothCommand.ChooseStyle("bold"),
        new BoothCommand.LetGuestsChoose(),
        new BoothCommand.LimitDrawTime(90),
        new BoothCommand.ChooseCamera("demo"),
        new BoothCommand.Jog(1, 1),
        new BoothCommand.DeclareHome(),
        new BoothCommand.TestPattern(),
        new BoothCommand.Calibrate());
  }

  /** The number of the session at the camera, or of a stranger. */
  static long sessionOf(BoothState state) {
    return state.visitor().guest().map(Session::number).orElse(77L);
  }

  /** The number of the ticket in the machine, or of a stranger. */
  static long drawnOf(BoothState state) {
    return state.machine().ticket().map(Ticket::number).orElse(77L);
  }

  /** A booth at rest. */
  static BoothState fresh() {
    return BoothState.begin(new MachineState.Ready(0), 1, LearnedPace.guess(1), 0);
  }

  /** A booth that runs on a clock of its own and remembers what it was asked to do. */
  static final class Run {
    final BoothTransitions transitions;
    final List<BoothAction> actions = new ArrayList<>();
    BoothState state;
    long nowMs;

    Run(BoothSettings settings, BoothState state) {
      transitions = new BoothTransitions(settings);
      this.state = state;
    }

    static Run fresh() {
      return new Run(SETTINGS, Booths.fresh());
    }

    List<BoothAction> happens(BoothEvent event) {
      Transition transition = transitions.next(state, event, nowMs);
      state = transition.state();
      actions.addAll(transition.actions());
      return transition.actions();
    }

    Optional<Refusal> asks(BoothCommand command) {
      Optional<Refusal> refusal = transitions.refusal(state, command);
      happens(new BoothEvent.Commanded(command));
      return refusal;
    }

    /** Lets time pass, and everything that it changes. */
    void passes(double seconds) {
      long untilMs = nowMs + Math.round(seconds * 1000);
      long deadlineMs = transitions.deadlineMs(state);
      while (deadlineMs <= untilMs) {
        nowMs = Math.max(nowMs, deadlineMs);
        happens(new BoothEvent.Tick());
        deadlineMs = transitions.deadlineMs(state);
      }
      nowMs = untilMs;
    }

    /** A guest is sketched: from the button to the review. */
    long sketches(double drawTimeS) {
      happens(new BoothEvent.SubjectSeen(state.nextSession(), true));
      long session = sessionOf(state);
      asks(new BoothCommand.Agree(false));
      passes(4);
      happens(new BoothEvent.FrameTaken(session));
      happens(new BoothEvent.Sketched(session, new Offer("shaded", drawTimeS, 1000)));
      return session;
    }

    /** A guest is sketched and accepts. */
    long queues(double drawTimeS) {
      long session = sketches(drawTimeS);
      asks(new BoothCommand.Accept());
      passes(12);
      return session;
    }
  }
}
