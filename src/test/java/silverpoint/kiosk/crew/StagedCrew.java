package silverpoint.kiosk.crew;

import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import silverpoint.foundation.geometry.Box;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.image.RgbImage;
import silverpoint.foundation.inference.ModelCard;
import silverpoint.foundation.inference.NeuralModel;
import silverpoint.foundation.inference.Tensor;
import silverpoint.kiosk.booth.Booth;
import silverpoint.kiosk.booth.BoothAction;
import silverpoint.kiosk.booth.BoothClock;
import silverpoint.kiosk.booth.BoothCommand;
import silverpoint.kiosk.booth.BoothEvent;
import silverpoint.kiosk.booth.BoothState;
import silverpoint.kiosk.booth.Crew;
import silverpoint.kiosk.booth.LearnedPace;
import silverpoint.kiosk.booth.MachineState;
import silverpoint.kiosk.booth.Refusal;
import silverpoint.kiosk.camera.Camera;
import silverpoint.kiosk.camera.CameraException;
import silverpoint.kiosk.camera.CameraFeed;
import silverpoint.kiosk.camera.CameraShelf;
import silverpoint.kiosk.camera.CameraStream;
import silverpoint.kiosk.camera.FeedSettings;
import silverpoint.kiosk.config.BoothConfig;
import silverpoint.kiosk.config.CameraConfig;
import silverpoint.kiosk.config.MachineProfile;
import silverpoint.kiosk.config.MachineProfiles;
import silverpoint.kiosk.history.History;
import silverpoint.kiosk.history.HistorySettings;
import silverpoint.kiosk.history.Versions;
import silverpoint.kiosk.subject.FaceQuality;
import silverpoint.kiosk.subject.Hint;
import silverpoint.kiosk.subject.Observation;
import silverpoint.kiosk.subject.Subject;
import silverpoint.kiosk.subject.SubjectSettings;
import silverpoint.kiosk.subject.SubjectWatch;
import silverpoint.machine.plotter.Machine;
import silverpoint.machine.plotter.VirtualClock;
import silverpoint.machine.simulator.SimulatedMachine;
import silverpoint.picture.face.Face;
import silverpoint.picture.face.FaceMesh;
import silverpoint.picture.face.FaceMesher;
import silverpoint.picture.face.FaceTrack;
import silverpoint.picture.face.LiveFaceFinder;
import silverpoint.sketch.Frame;

/**
 * A real booth with the real crew in virtual time: what the camera sees, when a worker does its
 * next task and what happens otherwise is the test's choice, one thing after the other.
 */
final class StagedCrew implements Crew, AutoCloseable {
  static final MachineProfile PROFILE =
      new MachineProfiles(Path.of("kiosk-config/machines")).load("classic");
  static final Versions VERSIONS = new Versions("test", "", "", "classic");
  static final Studio.Settings SETTINGS =
      Studio.Settings.offering("contour", 300, List.of("minimal", "shaded"));

  /** Sees every face for certain, with the eyes open. */
  private static final NeuralModel MESH = new SureModel();

  final StagedStudio studio = new StagedStudio(PROFILE);
  final WaitingWorker sketching = new WaitingWorker();
  final WaitingWorker drawing = new WaitingWorker();
  final Booth booth;
  final KioskCrew crew;

  /** The frame that each session is to be sketched from, as soon as it is taken. */
  final Map<Long, Frame> deserved = new HashMap<>();

  /** Told of every action before it is done. */
  Consumer<BoothAction> witness = _ -> {};

  private final StagedClock time;
  private final CameraOperator camera;
  private final Machine machine;
  private final History history;
  private @Nullable Frame newest;
  private @Nullable Frame best;
  private double bestSharpness;

  /** Has no picture; what it sees is told to the operator by the test. */
  private record Blind() implements Camera {
    @Override
    public String name() {
      return "blind";
    }

    @Override
    public String cure() {
      return "there is none";
    }

    @Override
    public CameraStream open() {
      throw new CameraException("blind");
    }
  }

  private record SureModel() implements NeuralModel {
    @Override
    public List<Tensor> run(Tensor input) {
      float[] points = new float[3 * FaceMesh.POINTS];
      for (int i = 0; i < FaceMesh.POINTS; i++) {
        points[3 * i] = 40 + i % 23 * 5;
        points[3 * i + 1] = 40 + i % 29 * 4;
      }
      points[3 * 33] = 60;
      points[3 * 33 + 1] = 80;
      points[3 * 263] = 132;
      points[3 * 263 + 1] = 80;
      return List.of(new Tensor(points, 1, points.length), new Tensor(new float[] {20}, 1, 1));
    }

    @Override
    public ModelCard card() {
      throw new UnsupportedOperationException("nobody asks");
    }

    @Override
    public String device() {
      return "none";
    }

    @Override
    public void close() {}
  }

  StagedCrew(Path folder) {
    StagedClock time = new StagedClock();
    History history =
        new History(folder.resolve("history.db"), new HistorySettings(1), time.clock(), _ -> {});
    history.begin(VERSIONS);
    this(time, history, new MachineState.Ready(time.nowMs), 1);
  }

  /**
   * A kiosk that has just begun.
   *
   * @param history that has begun, too
   */
  StagedCrew(StagedClock time, History history, MachineState begins, long firstSession) {
    this.time = time;
    this.history = history;
    BoothClock clock = time.clock();
    SketchMemory memory = new SketchMemory();
    machine =
        new Machine(
            new SimulatedMachine(
                PROFILE.driver(),
                PROFILE.motion(),
                PROFILE.simulator(),
                PROFILE.parkMm(),
                new VirtualClock()),
            PROFILE.motion(),
            PROFILE.page().drawableMm(),
            PROFILE.home().pointMm(),
            PROFILE.parkMm());
    CameraFeed feed = new CameraFeed(new Blind(), FeedSettings.defaults(), () -> 0);
    SubjectWatch watch =
        new SubjectWatch(feed, new LiveFaceFinder(MESH), SubjectSettings.defaults(), () -> 0);
    Supplier<FaceMesher> mesher = () -> new FaceMesher(MESH);
    camera = new CameraOperator(feed, watch, mesher, Integer::toString, clock.nowMs(), _ -> {});
    Sketcher sketcher =
        new Sketcher(
            studio, SETTINGS, memory, history::sketched, sketching, clock.nowMs(), this::tell);
    MachineOperator operator =
        new MachineOperator(
            KillGuest.machinePart(machine, PROFILE), memory, history::started, drawing, this::tell);
    CameraShelf cameras =
        new CameraShelf(CameraConfig.load(Path.of("kiosk-config")).withSource("demo"), () -> 0);
    crew =
        new KioskCrew(
            new KioskCrew.CameraPart(cameras, feed, watch, mesher),
            studio,
            memory,
            sketcher,
            camera,
            operator,
            history,
            clock.nowMs());
    booth =
        new Booth(
            BoothConfig.load(Path.of("kiosk-config")),
            BoothState.begin(begins, firstSession, LearnedPace.guess(1), time.nowMs),
            this,
            clock);
  }

  private void tell(BoothEvent event) {
    booth.tell(event);
  }

  BoothState state() {
    return booth.snapshot().state();
  }

  /** The camera sees the guest who is next, well framed, as sharp as told. */
  void shows(double sharpness) {
    Frame frame = new Frame(new RgbImage(64, 48, new byte[3 * 64 * 48]), 1, time.nowMs);
    Box box = new Box(20, 10, 24, 24);
    Face face = new Face(box, Collections.nCopies(Face.KEY_POINTS, box.centre()), 1);
    List<FaceTrack> faces = List.of(new FaceTrack(1, face, new Point(0, 0), 0, 0));
    Subject subject = new Subject(faces, new FaceQuality(0.3, 100, 0.5, 0.2, sharpness, 0, 0));
    newest = frame;
    if (best == null || sharpness > bestSharpness) {
      best = frame;
      bestSharpness = sharpness;
    }
    camera.observed(
        new Observation(Optional.of(frame), faces, Optional.of(subject), Hint.READY, 30));
  }

  /** Something happens, and whatever of it waits for the booth. */
  void happens(BoothEvent event) {
    booth.process(event);
    Optional<BoothEvent> next = booth.nextEvent();
    while (next.isPresent()) {
      booth.process(next.get());
      next = booth.nextEvent();
    }
  }

  Optional<Refusal> asks(BoothCommand command) {
    Optional<Refusal> refusal = booth.process(new BoothEvent.Commanded(command));
    settle();
    return refusal;
  }

  /** A worker does its next task. */
  boolean works(WaitingWorker worker) {
    boolean did = worker.next();
    settle();
    return did;
  }

  private void settle() {
    happens(new BoothEvent.Tick());
  }

  void passes(double seconds) {
    long untilMs = time.nowMs + Math.round(seconds * 1000);
    while (booth.deadlineMs() <= untilMs) {
      time.nowMs = Math.max(time.nowMs, booth.deadlineMs());
      settle();
    }
    time.nowMs = untilMs;
    settle();
  }

  @Override
  public void perform(BoothAction action, Consumer<BoothEvent> answers) {
    witness.accept(action);
    if (action instanceof BoothAction.CollectFrames) {
      best = null;
    }
    if (action instanceof BoothAction.TakeFrame(long session)) {
      Frame chosen = best == null ? newest : best;
      if (chosen != null) {
        deserved.put(session, chosen);
      }
    }
    crew.perform(action, answers);
  }

  @Override
  public Optional<Refusal> refusal(BoothCommand command) {
    return crew.refusal(command);
  }

  @Override
  public void cutMotors() {
    crew.cutMotors();
  }

  @Override
  public OptionalDouble drawnS() {
    return crew.drawnS();
  }

  @Override
  public String hint() {
    return crew.hint();
  }

  @Override
  public void close() {
    crew.close();
    machine.close();
    history.close();
  }
}
