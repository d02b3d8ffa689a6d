package silverpoint.kiosk.app;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import silverpoint.foundation.inference.Device;
import silverpoint.foundation.inference.InferenceSettings;
import silverpoint.foundation.inference.MeteredModel;
import silverpoint.kiosk.booth.Booth;
import silverpoint.kiosk.booth.BoothAction;
import silverpoint.kiosk.booth.BoothClock;
import silverpoint.kiosk.booth.BoothEvent;
import silverpoint.kiosk.booth.BoothSettings;
import silverpoint.kiosk.booth.BoothState;
import silverpoint.kiosk.booth.Fault;
import silverpoint.kiosk.booth.FaultKind;
import silverpoint.kiosk.booth.LearnedPace;
import silverpoint.kiosk.booth.MachineState;
import silverpoint.kiosk.booth.VisitorState;
import silverpoint.kiosk.camera.CameraFeed;
import silverpoint.kiosk.camera.CameraSettings;
import silverpoint.kiosk.camera.CameraShelf;
import silverpoint.kiosk.camera.FeedSettings;
import silverpoint.kiosk.config.BoothConfig;
import silverpoint.kiosk.config.ConfigException;
import silverpoint.kiosk.config.HistoryConfig;
import silverpoint.kiosk.config.MachineProfile;
import silverpoint.kiosk.crew.FreedMemory;
import silverpoint.kiosk.crew.KioskCrew;
import silverpoint.kiosk.crew.PageObserver;
import silverpoint.kiosk.crew.Studio;
import silverpoint.kiosk.history.History;
import silverpoint.kiosk.history.Versions;
import silverpoint.kiosk.subject.SubjectSettings;
import silverpoint.kiosk.subject.SubjectWatch;
import silverpoint.machine.calibration.Calibration;
import silverpoint.machine.plotter.PlotterException;
import silverpoint.machine.simulator.SimulatedEtchASketch;
import silverpoint.machine.simulator.SimulatedMachine;
import silverpoint.picture.face.FaceMesher;
import silverpoint.picture.face.LiveFaceFinder;
import silverpoint.picture.lineart.Styles;

/** The whole kiosk, put together and running until it is closed. */
public final class RunningKiosk implements AutoCloseable {
  private final OpenedParts parts;
  private final Booth booth;
  private final KioskCrew crew;
  private final KioskStudio studio;
  private final LazyModels watchModels;
  private final MachineSession machine;
  private final History history;
  private final CameraShelf cameras;
  private final CameraFeed feed;
  private final SubjectWatch watch;
  private final Versions versions;
  private final MachineChoice choice;
  private volatile boolean profileIsNewer;

  /**
   * How a kiosk is to run.
   *
   * @param edgeModel name of the model that draws
   * @param choices styles that guests may choose instead
   * @param historyFile what happened
   */
  public record Plan(
      MachineChoice machine,
      LineSettings line,
      String edgeModel,
      String style,
      List<String> choices,
      CameraSettings camera,
      BoothSettings booth,
      Path historyFile) {
    /** The settings of the files, where guests may agree by staying if that is asked for. */
    public static BoothSettings settings(Places places, boolean handsFree) {
      BoothSettings settings = BoothConfig.load(places.configs());
      return handsFree ? settings.handsFree() : settings;
    }
  }

  /**
   * Opens every part; when one cannot be opened, those before are closed again.
   *
   * @param notices told what a person should know
   */
  public static RunningKiosk open(Plan plan, Consumer<String> notices) {
    OpenedParts parts = new OpenedParts();
    try {
      return new RunningKiosk(plan, notices, parts);
    } catch (RuntimeException | Error e) {
      parts.close();
      throw e;
    }
  }

  private RunningKiosk(Plan plan, Consumer<String> notices, OpenedParts parts) {
    this.parts = parts;
    cameras = new CameraShelf(plan.camera, System::nanoTime);
    BoothClock clock = BoothClock.system();
    InferenceSettings inference = new InferenceSettings(Device.AUTO, 1);
    Inbox inbox = new Inbox();
    Consumer<BoothEvent> tell = inbox::tell;
    MachineProfile profile = plan.machine.profile();
    machine =
        MachineSession.open(
            plan.machine,
            profile.simulator(),
            plan.machine.watchedClock(),
            new MachineSwitches(tell),
            why -> tell.accept(failing(FaultKind.POSITION_FILE, why)),
            why -> tell.accept(failing(FaultKind.LATE_STEPS, why)),
            notices);
    parts.add(machine);
    history =
        new History(
            plan.historyFile,
            HistoryConfig.load(plan.machine.places().configs()),
            clock,
            why -> tell.accept(failing(FaultKind.HISTORY, why)));
    versions = versions(plan);
    choice = plan.machine;
    History.Found found = history.begin(versions);
    parts.add(history);
    if (!found.interrupted().isEmpty()) {
      notices.accept(
          "the program ended in the middle of "
              + found.interrupted().size()
              + " sessions last time; they are noted as interrupted");
    }
    feed =
        parts.add(
            new CameraFeed(cameras.configured(), FeedSettings.defaults(), System::nanoTime)
                .start());
    watchModels = parts.add(new LazyModels(inference));
    watch =
        new SubjectWatch(
                feed,
                new LiveFaceFinder(watchModels.model(Wiring.DETECTOR)),
                SubjectSettings.defaults(),
                System::nanoTime)
            .start();
    parts.add(watch);
    studio =
        new KioskStudio(profile, plan.line, Styles.named(plan.style), plan.edgeModel, inference);
    FaceMesher mesher = new FaceMesher(watchModels.model(Wiring.MESH));
    crew =
        new KioskCrew(
            new KioskCrew.CameraPart(cameras, feed, watch, () -> mesher),
            studio,
            Studio.Settings.offering(plan.style, plan.line.maxDrawTimeS(), plan.choices),
            new KioskCrew.MachinePart(machine.machine(), profile.motion(), bench(profile)),
            history,
            clock.nowMs(),
            tell);
    parts.add(this::restMachine);
    long nowMs = clock.nowMs().getAsLong();
    boolean real = plan.machine.isReal();
    MachineState begins =
        real
            ? new MachineState.Recovering(
                nowMs, new Fault(FaultKind.PLOTTER, "the program has just begun", nowMs, 0))
            : new MachineState.Ready(nowMs);
    LearnedPace pace =
        real
            ? history.pace(versions.machine(), plan.booth.machine().doneS())
            : LearnedPace.guess(1 / plan.machine.watchedPace());
    booth =
        new Booth(
            plan.booth, BoothState.begin(begins, found.nextSession(), pace, nowMs), crew, clock);
    inbox.open(booth);
    parts.add(FreedMemory.of(watch, this::rests));
    if (real) {
      crew.perform(new BoothAction.CheckMachine(), booth::tell);
    }
    machine.simulated().ifPresent(simulated -> new SimulatedStaff(booth, simulated.toy()).begin());
  }

  /**
   * @param why it fails; empty when it works again
   */
  private static BoothEvent failing(FaultKind kind, Optional<String> why) {
    return why.<BoothEvent>map(message -> new BoothEvent.Failing(kind, message))
        .orElseGet(() -> new BoothEvent.Healed(kind));
  }

  private KioskCrew.Bench bench(MachineProfile profile) {
    Optional<SimulatedEtchASketch> toy = machine.simulated().map(SimulatedMachine::toy);
    return new KioskCrew.Bench(
        profile.page().drawableMm(),
        profile.page().marginMm(),
        profile.parkMm(),
        new PageObserver(() -> toy.ifPresent(SimulatedEtchASketch::erase)),
        this::keep);
  }

  private void keep(Calibration.Result result) {
    try {
      MeasuredProfile.keep(choice, result, machine.profile().mounting());
      profileIsNewer = true;
    } catch (ConfigException e) {
      throw new PlotterException(String.valueOf(e.getMessage()), e);
    }
  }

  private static Versions versions(Plan plan) {
    return new Versions(
        ProgramVersion.number(),
        Fingerprints.models(Places.models(), plan.edgeModel),
        Fingerprints.settings(plan.machine.places(), plan.machine.name()),
        plan.machine.isReal() ? plan.machine.name() : plan.machine.name() + ", simulated");
  }

  /** Begins; guests may come. */
  public void start() {
    booth.start();
  }

  public Booth booth() {
    return booth;
  }

  public KioskCrew crew() {
    return crew;
  }

  /** The models of the pipeline, with how long they take. */
  List<MeteredModel> usedModels() {
    return studio.usedModels();
  }

  /** The models that watch the camera's pictures, by name. */
  Map<String, MeteredModel> watchingModels() {
    return watchModels.used();
  }

  Versions versions() {
    return versions;
  }

  /** The day on which the machine was last measured; empty for estimates. */
  Optional<LocalDate> calibratedOn() {
    return choice.places().machines().measuredOn(choice.name());
  }

  /** Whether the machine was measured since the kiosk has read its profile. */
  boolean profileIsNewer() {
    return profileIsNewer;
  }

  MachineSession machine() {
    return machine;
  }

  public History history() {
    return history;
  }

  CameraShelf cameras() {
    return cameras;
  }

  CameraFeed feed() {
    return feed;
  }

  public SubjectWatch watch() {
    return watch;
  }

  /** Brings the stylus to rest, releases the motors, writes what is to be remembered. */
  @Override
  public void close() {
    parts.add(() -> crew.cancelAll(booth.snapshot().state()));
    parts.add(booth);
    parts.close();
  }

  /** Whether no guest is served and nothing is drawn. */
  private boolean rests() {
    return booth.snapshot().state().visitor() instanceof VisitorState.Attract
        && crew.drawnS().isEmpty();
  }

  /** The motors get no current as soon as they are at rest. */
  private void restMachine() {
    try (machine) {
      crew.close();
    }
  }
}
