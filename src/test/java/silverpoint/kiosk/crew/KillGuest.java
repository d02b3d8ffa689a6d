package silverpoint.kiosk.crew;

import java.io.IOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import silverpoint.foundation.geometry.Affine;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.geometry.Polyline;
import silverpoint.kiosk.booth.Booth;
import silverpoint.kiosk.booth.BoothAction;
import silverpoint.kiosk.booth.BoothClock;
import silverpoint.kiosk.booth.BoothCommand;
import silverpoint.kiosk.booth.BoothEvent;
import silverpoint.kiosk.booth.BoothSnapshot;
import silverpoint.kiosk.booth.BoothState;
import silverpoint.kiosk.booth.Crew;
import silverpoint.kiosk.booth.Fault;
import silverpoint.kiosk.booth.FaultKind;
import silverpoint.kiosk.booth.LearnedPace;
import silverpoint.kiosk.booth.MachineState;
import silverpoint.kiosk.booth.Offer;
import silverpoint.kiosk.booth.Outcome;
import silverpoint.kiosk.booth.VisitorState;
import silverpoint.kiosk.config.BoothConfig;
import silverpoint.kiosk.config.MachineProfile;
import silverpoint.kiosk.config.MachineProfiles;
import silverpoint.kiosk.history.History;
import silverpoint.kiosk.history.HistorySettings;
import silverpoint.kiosk.history.Versions;
import silverpoint.machine.motion.MotionPlanner;
import silverpoint.machine.motion.StepGenerator;
import silverpoint.machine.plotter.Machine;
import silverpoint.machine.plotter.MotorPlotter;
import silverpoint.machine.plotter.PacedClock;
import silverpoint.machine.plotter.PositionFile;
import silverpoint.machine.plotter.PositionNotes;
import silverpoint.machine.plotter.StepSink;
import silverpoint.machine.simulator.SimulatedDriver;
import silverpoint.picture.stroke.Drawing;
import silverpoint.picture.stroke.Stroke;
import silverpoint.route.RuralPostmanRouter;
import silverpoint.route.TravelPrices;
import silverpoint.sketch.LinePlanner;
import silverpoint.sketch.PaceOfMachine;
import silverpoint.sketch.PlannedLine;
import silverpoint.sketch.StageTimes;

/**
 * A kiosk that is there to be killed: guests come without a pause, motors turn, position and
 * history are written. Every step that the motors really make is counted in a mapped file, which
 * outlives the program: the truth against which the noted position is held.
 */
final class KillGuest implements Crew {
  static final String POSITION = "machine.position";
  static final String TRUTH = "truth";
  static final String HISTORY = "history.db";

  /** Ten times as fast as a real machine, so that a second holds a whole session. */
  private static final double PACE = 10;

  private static final long TRAINING_MS = 3_000;

  private final SketchMemory memory = new SketchMemory();
  private final MachineOperator machine;
  private final History history;
  private final PlannedLine line;
  private final BoothClock clock = BoothClock.system();

  private KillGuest(Path dir, AtomicReference<Consumer<BoothEvent>> inbox) throws IOException {
    MachineProfile profile = new MachineProfiles(Path.of("kiosk-config/machines")).load("classic");
    Consumer<BoothEvent> booth = event -> inbox.get().accept(event);
    history = new History(dir.resolve(HISTORY), new HistorySettings(1), clock, why -> {});
    Machine motors = machine(dir, profile);
    machine = new MachineOperator(machinePart(motors, profile), memory, (_, _) -> {}, booth);
    line = line(profile);
  }

  /** A machine that nobody calibrates. */
  static KioskCrew.MachinePart machinePart(Machine machine, MachineProfile profile) {
    return new KioskCrew.MachinePart(
        machine,
        profile.motion(),
        new KioskCrew.Bench(
            profile.page().drawableMm(),
            profile.page().marginMm(),
            profile.parkMm(),
            new PageObserver(() -> {}),
            result -> {}));
  }

  private static Machine machine(Path dir, MachineProfile profile) throws IOException {
    MappedByteBuffer truth;
    try (FileChannel channel =
        FileChannel.open(
            dir.resolve(TRUTH),
            StandardOpenOption.CREATE,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE)) {
      truth = channel.map(FileChannel.MapMode.READ_WRITE, 0, 2 * Integer.BYTES);
    }
    PacedClock time = new PacedClock(PACE);
    SimulatedDriver driver =
        SimulatedDriver.of(
            profile.driver(),
            (x, y, timeNs) -> {
              truth.putInt(0, truth.getInt(0) + x);
              truth.putInt(Integer.BYTES, truth.getInt(Integer.BYTES) + y);
            });
    StepSink sink = (bits, mask) -> driver.write(time.nowNs(), bits, mask);
    Machine machine =
        new Machine(
            new MotorPlotter(profile.driver(), profile.motion(), sink, time),
            profile.motion(),
            profile.page().drawableMm(),
            profile.home().pointMm(),
            Optional.of(
                new PositionNotes(
                    new PositionFile(dir.resolve(POSITION), System::nanoTime), why -> {})));
    if (!machine.isPositionCertain()) {
      // from here on a person looks where the stylus stands; steps count from what was noted
      truth.putInt(0, machine.position().xTurned());
      truth.putInt(Integer.BYTES, machine.position().yTurned());
    }
    return machine;
  }

  /** A short line of a machine. */
  static PlannedLine line(MachineProfile profile) {
    return zigzag(profile, 4);
  }

  /** A line of so many corners, its ends among them. */
  static PlannedLine zigzag(MachineProfile profile, int corners) {
    MotionPlanner motionPlanner = new MotionPlanner(profile.motion(), profile.page().drawableMm());
    LinePlanner planner =
        new LinePlanner(
            new RuralPostmanRouter(
                TravelPrices.SHORT, PaceOfMachine.of(motionPlanner.settings()), 1),
            motionPlanner,
            new StepGenerator(profile.motion()),
            profile.parkMm(),
            Double.POSITIVE_INFINITY);
    Polyline zigzag =
        new Polyline(
            IntStream.range(0, corners)
                .mapToObj(i -> new Point(8 + 6 * i, i % 2 == 0 ? 98 : 90))
                .toList());
    Drawing drawing =
        new Drawing(
            profile.page(),
            List.of(new Stroke(zigzag, Stroke.Source.EDGE, 1)),
            List.of(),
            Affine.IDENTITY);
    return planner.plan(drawing, new StageTimes(() -> 0, stage -> {}));
  }

  /**
   * Runs until it is killed.
   *
   * @param arguments the folder that outlives it; a second one has it end by itself after a while
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    AtomicReference<Consumer<BoothEvent>> inbox = new AtomicReference<>(event -> {});
    KillGuest crew = new KillGuest(Path.of(arguments[0]), inbox);
    History.Found found = crew.history.begin(new Versions("test", "", "", "classic"));
    long nowMs = crew.clock.nowMs().getAsLong();
    Fault begun = new Fault(FaultKind.PLOTTER, "the program has just begun", nowMs, 0);
    Booth booth =
        new Booth(
            BoothConfig.load(Path.of("kiosk-config")),
            BoothState.begin(
                new MachineState.Recovering(nowMs, begun),
                found.nextSession(),
                LearnedPace.guess(1),
                nowMs),
            crew,
            crew.clock);
    inbox.set(booth::tell);
    booth.start();
    crew.machine.check();
    System.out.println("ready");
    long endsMs = arguments.length > 1 ? nowMs + TRAINING_MS : Long.MAX_VALUE;
    boolean drew = false;
    while (crew.clock.nowMs().getAsLong() < endsMs) {
      if (!drew && crew.hasDrawn()) {
        drew = true;
        System.out.println("drew");
      }
      act(booth, booth.snapshot());
      Thread.sleep(15);
    }
    System.exit(0);
  }

  /** Whether a portrait is in the history: whatever happens now, there is something to find. */
  private boolean hasDrawn() {
    return history.sessionsSince(Instant.EPOCH).stream()
        .anyMatch(session -> session.outcome().isPresent());
  }

  /** Guests and staff who do what is asked of them at once. */
  private static void act(Booth booth, BoothSnapshot now) {
    switch (now.state().visitor()) {
      case VisitorState.Attract _ ->
          booth.tell(new BoothEvent.SubjectSeen(now.state().nextSession(), true));
      case VisitorState.Consent _ -> booth.command(new BoothCommand.Agree(true));
      case VisitorState.Framing _ -> booth.command(new BoothCommand.StartNow());
      case VisitorState.Review _ -> booth.command(new BoothCommand.Accept());
      default -> {}
    }
    switch (now.state().machine()) {
      case MachineState.Erase _ -> booth.tell(new BoothEvent.ErasureSeen());
      case MachineState.OutOfService _ -> booth.command(new BoothCommand.DeclareHome());
      case MachineState.Done _ -> booth.command(new BoothCommand.Redraw());
      default -> {}
    }
  }

  @Override
  public void perform(BoothAction action, Consumer<BoothEvent> answers) {
    switch (action) {
      case BoothAction.TakeFrame(long session) ->
          answers.accept(new BoothEvent.FrameTaken(session));
      case BoothAction.Sketch(long session) -> {
        memory.keep(session, "shaded", line);
        answers.accept(
            new BoothEvent.Sketched(
                session, new Offer("shaded", line.motionPlan().durationS(), 100)));
      }
      case BoothAction.Forget(long session) -> memory.forget(session);
      case BoothAction.Draw(var ticket) -> machine.draw(ticket);
      case BoothAction.Park(Optional<Long> next) -> machine.park(next);
      case BoothAction.CutMotors _ -> machine.cutMotors();
      case BoothAction.CheckMachine _ -> machine.check();
      case BoothAction.Serve(BoothCommand.Service task) -> machine.serve(task);
      case BoothAction.NoteBegun(var session) -> history.began(session);
      case BoothAction.NoteEnded(var session, Outcome outcome) -> history.ended(session, outcome);
      case BoothAction.NoteUndrawn(var ticket, Outcome outcome) ->
          history.ended(ticket, Optional.empty(), outcome, clock.nowMs().getAsLong());
      case BoothAction.NoteTicketEnded(var job, Outcome outcome) ->
          history.ended(job.ticket(), Optional.of(job), outcome, clock.nowMs().getAsLong());
      case BoothAction.NoteFault(var fault) -> history.failed(fault);
      default -> {}
    }
  }

  @Override
  public void cutMotors() {
    machine.cutMotors();
  }

  @Override
  public OptionalDouble drawnS() {
    return machine.drawnS();
  }

  @Override
  public String hint() {
    return "";
  }
}
