package silverpoint.kiosk.crew;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import silverpoint.foundation.geometry.Box;
import silverpoint.foundation.geometry.Point;
import silverpoint.kiosk.booth.BoothAction;
import silverpoint.kiosk.booth.BoothCommand;
import silverpoint.kiosk.booth.BoothEvent;
import silverpoint.kiosk.booth.BoothState;
import silverpoint.kiosk.booth.Crew;
import silverpoint.kiosk.booth.FaultKind;
import silverpoint.kiosk.booth.Job;
import silverpoint.kiosk.booth.Outcome;
import silverpoint.kiosk.booth.Refusal;
import silverpoint.kiosk.booth.Session;
import silverpoint.kiosk.booth.Ticket;
import silverpoint.kiosk.booth.VisitorState;
import silverpoint.kiosk.camera.CameraFeed;
import silverpoint.kiosk.camera.CameraShelf;
import silverpoint.kiosk.history.History;
import silverpoint.kiosk.subject.Hint;
import silverpoint.kiosk.subject.Shot;
import silverpoint.kiosk.subject.SubjectWatch;
import silverpoint.machine.calibration.Calibration;
import silverpoint.machine.motion.MotionSettings;
import silverpoint.machine.plotter.Machine;
import silverpoint.picture.face.FaceMesher;

/** The crew of the real booth. */
public final class KioskCrew implements Crew, AutoCloseable {
  private final SketchMemory memory;
  private final Studio.Builder studio;
  private final Sketcher sketcher;
  private final CameraOperator camera;
  private final MachineOperator machine;
  private final History history;
  private final CameraPart cameraPart;
  private final LongSupplier boothMs;
  private final Studio.Settings usual;
  private volatile long drawn;
  private volatile String chosenCamera;
  private volatile ReceiptDesk receipts = ReceiptDesk.NONE;

  /** The camera's part: the cameras that there are, the feed of one, and who watches it. */
  public record CameraPart(
      CameraShelf cameras, CameraFeed feed, SubjectWatch watch, Supplier<FaceMesher> mesher) {}

  /** The machine's part. */
  public record MachinePart(Machine machine, MotionSettings motion, Bench bench) {}

  /**
   * What is needed to set a machine up.
   *
   * @param areaMm that the stylus may enter
   * @param marginMm from the area to the edges of the screen
   * @param parkMm where the stylus waits for a line that nobody knows yet
   * @param observer whoever answers the questions of a calibration
   * @param profile keeps what a calibration has measured
   */
  public record Bench(
      Box areaMm,
      double marginMm,
      Point parkMm,
      PageObserver observer,
      Consumer<Calibration.Result> profile) {}

  /**
   * @param settings what portraits are like at first
   * @param boothMs booth time
   * @param booth takes the events of the crew
   */
  public KioskCrew(
      CameraPart cameraPart,
      Studio.Builder studio,
      Studio.Settings settings,
      MachinePart machinePart,
      History history,
      LongSupplier boothMs,
      Consumer<BoothEvent> booth) {
    SketchMemory memory = new SketchMemory();
    SharedFault models = new SharedFault(FaultKind.MODEL, booth);
    Sketcher sketcher =
        new Sketcher(
            studio,
            settings,
            memory,
            history::sketched,
            new WorkerThread("silverpoint-sketcher"),
            boothMs,
            models.of("sketcher"));
    sketcher.hung().watch();
    sketcher.warmUp();
    MachineOperator machine = new MachineOperator(machinePart, memory, history::started, booth);
    CameraOperator camera =
        new CameraOperator(
            cameraPart.feed(),
            cameraPart.watch(),
            cameraPart.mesher(),
            cameraPart.cameras()::upright,
            boothMs,
            models.of("watch"));
    this(cameraPart, studio, memory, sketcher, camera, machine, history, boothMs);
  }

  /** A crew of these parts. */
  KioskCrew(
      CameraPart cameraPart,
      Studio.Builder studio,
      SketchMemory memory,
      Sketcher sketcher,
      CameraOperator camera,
      MachineOperator machine,
      History history,
      LongSupplier boothMs) {
    this.cameraPart = cameraPart;
    this.studio = studio;
    this.memory = memory;
    this.sketcher = sketcher;
    this.camera = camera;
    this.machine = machine;
    this.history = history;
    this.boothMs = boothMs;
    usual = sketcher.settings();
    chosenCamera = cameraPart.cameras().names().getFirst();
  }

  /**
   * Waits until the models work, or it is known that they do not.
   *
   * @return whether the time was enough
   */
  public boolean awaitStudio(long ms) throws InterruptedException {
    return sketcher.awaitTried(ms);
  }

  /** What portraits are like from the next session on. */
  public Studio.Settings settings() {
    return sketcher.settings();
  }

  /** What portraits are like when staff have fixed nothing. */
  public Studio.Settings usual() {
    return usual;
  }

  /** The camera that is used, by its word. */
  public String chosenCamera() {
    return chosenCamera;
  }

  @Override
  public Optional<Refusal> refusal(BoothCommand command) {
    return switch (command) {
      case BoothCommand.ChooseStyle(String style) when !studio.knows(style) ->
          Optional.of(Refusal.UNKNOWN_NAME);
      case BoothCommand.LetGuestsChoose _ when usual.others().isEmpty() ->
          Optional.of(Refusal.NOT_HERE);
      case BoothCommand.ChooseCamera(String name)
          when !cameraPart.cameras().names().contains(name) ->
          Optional.of(Refusal.UNKNOWN_NAME);
      case BoothCommand.AnswerCalibration(long question, Optional<Double> number) ->
          machine.observer().refusal(question, number);
      default -> Optional.empty();
    };
  }

  /** Who answers the questions of a calibration. */
  public PageObserver calibrationEye() {
    return machine.observer();
  }

  /** Has finished portraits put on paper. */
  public void printBy(ReceiptDesk desk) {
    receipts = desk;
  }

  /** The lines that wait or are drawn. */
  public SketchMemory memory() {
    return memory;
  }

  @Override
  public void perform(BoothAction action, Consumer<BoothEvent> answers) {
    switch (action) {
      case BoothAction.CollectFrames(long session) -> camera.collect(session);
      case BoothAction.TakeFrame(long session) -> {
        Optional<Supplier<Optional<Shot>>> frame = camera.take(session);
        frame.ifPresent(chosen -> sketcher.take(session, chosen));
        answers.accept(
            frame.isPresent()
                ? new BoothEvent.FrameTaken(session)
                : new BoothEvent.FrameMissed(session));
      }
      case BoothAction.Sketch(long session) -> sketcher.sketch(session);
      case BoothAction.Settle(long session, String style) -> sketcher.settle(session, style);
      case BoothAction.Forget(long session) -> {
        camera.drop(session);
        sketcher.forget(session);
      }
      case BoothAction.Draw(var ticket) -> {
        drawn = ticket.number();
        machine.draw(ticket);
      }
      case BoothAction.Hold _ -> machine.hold();
      case BoothAction.Resume _ -> machine.resume(drawn);
      case BoothAction.StopDrawing _ -> machine.stopDrawing(drawn);
      case BoothAction.CutMotors _ -> machine.cutMotors();
      case BoothAction.Park(Optional<Long> next) -> machine.park(next);
      case BoothAction.NoteErased _ -> {}
      case BoothAction.CheckMachine _ -> machine.check();
      case BoothAction.Serve(BoothCommand.Service task) -> machine.serve(task);
      case BoothAction.Apply(BoothCommand command) -> apply(command);
      case BoothAction.EraseEverything _ -> {
        camera.dropAll();
        sketcher.forgetAll();
        receipts.forget();
        history.eraseLines();
      }
      case BoothAction.NoteBegun(var session) -> {
        sketcher.begin(session.number());
        history.began(session);
      }
      case BoothAction.NoteEnded(var session, Outcome outcome) -> history.ended(session, outcome);
      case BoothAction.NoteUndrawn(Ticket ticket, Outcome outcome) ->
          history.ended(ticket, Optional.empty(), outcome, boothMs.getAsLong());
      case BoothAction.NoteTicketEnded(Job job, Outcome outcome) -> ended(job, outcome);
      case BoothAction.NoteRating(long session, boolean liked) ->
          history.ratings().add(session, liked);
      case BoothAction.NoteFault(var fault) -> history.failed(fault);
    }
  }

  private void ended(Job job, Outcome outcome) {
    history.ended(job.ticket(), Optional.of(job), outcome, boothMs.getAsLong());
    if (outcome == Outcome.DRAWN) {
      drawn(job.ticket().session());
    }
  }

  private void drawn(Session session) {
    long number = session.number();
    memory.line(number).ifPresent(line -> receipts.print(number, line));
    if (session.keepLineArt()) {
      memory.text(number).ifPresent(line -> history.keepLine(number, line));
    }
  }

  private void apply(BoothCommand command) {
    Studio.Settings settings = sketcher.settings();
    switch (command) {
      case BoothCommand.ChooseStyle(String style) -> sketcher.settings(settings.fixed(style));
      case BoothCommand.LetGuestsChoose _ ->
          sketcher.settings(usual.within(settings.maxDrawTimeS()));
      case BoothCommand.LimitDrawTime(double maxDrawTimeS) ->
          sketcher.settings(settings.within(maxDrawTimeS));
      case BoothCommand.ChooseCamera(String name) -> {
        cameraPart.cameras().camera(name).ifPresent(cameraPart.feed()::use);
        chosenCamera = name;
      }
      case BoothCommand.MotorsOff _ -> machine.release();
      case BoothCommand.AnswerCalibration(long question, Optional<Double> number) ->
          machine.observer().answer(question, number);
      case BoothCommand.EndCalibration _ -> machine.observer().end();
      default -> throw new IllegalArgumentException("not a setting: " + command);
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
    Hint hint = camera.hint();
    return hint == Hint.NOBODY ? "" : hint.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Notes that whoever is served, waits or is drawn in that state will not be. */
  public void cancelAll(BoothState state) {
    long nowMs = boothMs.getAsLong();
    state
        .queue()
        .forEach(ticket -> history.ended(ticket, Optional.empty(), Outcome.CANCELLED, nowMs));
    state
        .machine()
        .begun()
        .filter(job -> !job.ticket().settled())
        .ifPresent(job -> history.ended(job.ticket(), Optional.of(job), Outcome.CANCELLED, nowMs));
    state
        .visitor()
        .guest()
        .filter(_ -> !(state.visitor() instanceof VisitorState.Queued))
        .filter(_ -> !(state.visitor() instanceof VisitorState.Consent))
        .ifPresent(guest -> history.ended(guest, Outcome.CANCELLED));
  }

  /** Brings the motors to rest, ends every thread, forgets every picture and line. */
  @Override
  public void close() {
    machine.close();
    camera.close();
    sketcher.close();
  }
}
