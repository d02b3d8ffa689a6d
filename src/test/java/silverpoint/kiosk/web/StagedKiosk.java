package silverpoint.kiosk.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import silverpoint.kiosk.access.ApiKeys;
import silverpoint.kiosk.access.Pin;
import silverpoint.kiosk.access.Role;
import silverpoint.kiosk.access.StaffPins;
import silverpoint.kiosk.app.KioskServer;
import silverpoint.kiosk.booth.Booth;
import silverpoint.kiosk.booth.BoothAction;
import silverpoint.kiosk.booth.BoothClock;
import silverpoint.kiosk.booth.BoothCommand;
import silverpoint.kiosk.booth.BoothEvent;
import silverpoint.kiosk.booth.Crew;
import silverpoint.kiosk.booth.FaultKind;
import silverpoint.kiosk.booth.Ticket;
import silverpoint.kiosk.config.BoothConfig;
import silverpoint.kiosk.doctor.Diagnosis;
import silverpoint.kiosk.doctor.Finding;
import silverpoint.kiosk.doctor.Verdict;
import silverpoint.kiosk.history.History;
import silverpoint.kiosk.history.HistorySettings;
import silverpoint.kiosk.history.Versions;

/**
 * A whole kiosk for tests of the pages: a real booth with a crew that does at once what it is
 * asked, and a face of a few strokes on the page, two fifths drawn.
 */
final class StagedKiosk implements Crew, Kiosk, AutoCloseable {
  static final Map<Role, String> PINS =
      Map.of(
          Role.VIEWER, "314159",
          Role.OPERATOR, "271828",
          Role.ENGINEER, "161803",
          Role.ADMIN, "141421");

  private static final Versions VERSIONS =
      new Versions("0.1.0", "edge-portrait:111111111111", "c0ffee123456", "classic");

  static final Diagnosis DIAGNOSIS =
      new Diagnosis(
          Verdict.BROKEN,
          List.of(
              new Finding("java", Verdict.FINE, "Java 25.0.3", ""),
              new Finding("disk", Verdict.WARNING, "only 300 MB are free", "make room"),
              new Finding("camera", Verdict.BROKEN, "no webcam is plugged in", "plug one in")));

  private final StagedCalibration calibration = new StagedCalibration();

  /** Added to every name that comes from outside of the program. */
  volatile String planted = "";

  /** Whether the machine does not know where the stylus stands. */
  volatile boolean positionIsLost;

  /** Whether nobody has agreed to be seen. */
  volatile boolean hidesPicture;

  private final Map<Role, String> keyOf = new EnumMap<>(Role.class);
  final Booth booth;
  final KioskServer server;
  private final Path folder;
  final History history;
  final RawHttp http;

  StagedKiosk(boolean withPins, int port) {
    BoothClock clock = BoothClock.system();
    booth =
        new Booth(
            BoothConfig.load(Path.of("kiosk-config")), StagedSketch.drawing(clock), this, clock);
    booth.start();
    folder = TemporaryFolders.create();
    Random chance = new Random(11);
    if (withPins) {
      StaffPins pins = new StaffPins(folder.resolve("staff-pins"), chance);
      PINS.forEach((role, digits) -> pins.set(role, new Pin(digits)));
    }
    history = new History(folder.resolve("history.db"), new HistorySettings(24), clock, _ -> {});
    history.begin(VERSIONS);
    StagedPast.remember(history, clock.nowMs().getAsLong());
    ApiKeys keys = new ApiKeys(folder.resolve("api-keys"), chance);
    for (Role role : List.of(Role.VIEWER, Role.OPERATOR)) {
      keyOf.put(role, keys.make(role.name().toLowerCase(Locale.ROOT), role));
    }
    WebSettings usual = TestKiosk.settings();
    WebSettings settings = new WebSettings(port, usual.network(), usual.hostNames(), 10, 8, 256);
    server =
        KioskServer.start(
            settings,
            StartingServer.open(settings),
            new KioskServer.Places(folder, folder),
            clock,
            chance,
            booth,
            this,
            history,
            () -> DIAGNOSIS,
            Extension.NOTHING);
    http = new RawHttp(server.loopbackPort());
  }

  /** A login's cookie and token as headers. */
  String[] logIn(Role role) {
    RawHttp.Answer answer = http.post("/api/v1/session", "{\"pin\":\"" + PINS.get(role) + "\"}");
    if (answer.status() != 200) {
      throw new IllegalStateException(role + ": " + answer.status() + " " + answer.text());
    }
    return loginOf(answer);
  }

  /** The headers that belong to an answer to a login. */
  static String[] loginOf(RawHttp.Answer answer) {
    return new String[] {
      "Cookie: " + answer.header("Set-Cookie").orElseThrow().split(";", 2)[0],
      "X-Silverpoint-Token: " + answer.json().get("token").asString()
    };
  }

  /** As {@code silverpoint staff-pin} does in a program of its own. */
  void setPinOnTheTerminal(Role role, String digits) {
    new StaffPins(folder.resolve("staff-pins"), new Random(12)).set(role, new Pin(digits));
  }

  /** Waits until the booth's loop has done what was asked. */
  static void await(BooleanSupplier condition) {
    for (int i = 0; i < 6000; i++) {
      if (condition.getAsBoolean()) {
        return;
      }
      LockSupport.parkNanos(10_000_000);
    }
    throw new AssertionError("the booth did not do it in a minute");
  }

  /** The audit log as it is on the disk. */
  List<String> auditLines() {
    try {
      return Files.readAllLines(folder.resolve("audit.log"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The API key of a role. */
  String key(Role role) {
    return keyOf.getOrDefault(role, "");
  }

  /** For a look at the pages: {@code java … silverpoint.kiosk.web.StagedKiosk 8080}. */
  public static void main(String[] arguments) throws InterruptedException {
    try (StagedKiosk kiosk =
        new StagedKiosk(arguments.length < 2, Integer.parseInt(arguments[0]))) {
      System.out.println("http://localhost:" + kiosk.server.loopbackPort() + "/staff/");
      System.out.println("operator key " + kiosk.key(Role.OPERATOR));
      Thread.currentThread().join();
    }
  }

  @Override
  public void perform(BoothAction action, Consumer<BoothEvent> answers) {
    long drawn = booth.snapshot().state().machine().ticket().map(Ticket::number).orElse(0L);
    switch (action) {
      case BoothAction.Hold _ -> answers.accept(new BoothEvent.DrawingHeld(drawn));
      case BoothAction.StopDrawing _ -> answers.accept(new BoothEvent.DrawingStopped(drawn, true));
      case BoothAction.Park _ -> answers.accept(new BoothEvent.Parked());
      case BoothAction.CheckMachine _ ->
          answers.accept(
              positionIsLost
                  ? new BoothEvent.MachineFailed(FaultKind.POSITION_UNKNOWN, "stopped at speed")
                  : new BoothEvent.MachineReady());
      case BoothAction.Serve(BoothCommand.Calibrate _) -> calibration.begin();
      case BoothAction.Serve _ -> answers.accept(new BoothEvent.ServiceEnded(true));
      case BoothAction.Apply(BoothCommand command) -> {
        if (calibration.ends(command)) {
          answers.accept(new BoothEvent.ServiceEnded(true));
        }
      }
      default -> {}
    }
  }

  @Override
  public Optional<CalibrationView> calibration() {
    return calibration.question();
  }

  @Override
  public boolean profileIsNewer() {
    return calibration.isKept();
  }

  @Override
  public Optional<ToyView> simulatedToy() {
    return Optional.of(StagedCalibration.TOY);
  }

  @Override
  public void cutMotors() {}

  @Override
  public OptionalDouble drawnS() {
    return OptionalDouble.empty();
  }

  @Override
  public String hint() {
    return "NOBODY";
  }

  @Override
  public Optional<Exhibit> exhibit() {
    return booth
        .snapshot()
        .state()
        .machine()
        .ticket()
        .map(ticket ->
            new Exhibit(
                ticket.number(), StagedSketch.LINE, StagedSketch.MACHINE.page(), StagedSketch.ART));
  }

  @Override
  public Optional<CameraPicture> picture() {
    return Optional.of(
            new CameraPicture(
                StagedSketch.PHOTO, 320, 240, List.of(new FaceBox(110, 60, 90, 110, true))))
        .filter(_ -> !hidesPicture);
  }

  @Override
  public CameraView camera() {
    return new CameraView(
        "demo" + planted, "LIVE", 24.7, Optional.of(planted).filter(text -> !text.isEmpty()));
  }

  @Override
  public Choices choices() {
    return new Choices(
        "contour",
        List.of("contour" + planted, "minimal", "bold", "shaded"),
        List.of("minimal", "shaded"),
        false,
        180,
        "demo",
        List.of("demo", "/dev/video0" + planted));
  }

  @Override
  public List<ModelView> models() {
    return List.of(
        new ModelView("face-detector-short", "CPU", "0".repeat(64), 4_811, 3.9, 5.1, 7.8),
        new ModelView("face-mesh", "", "2".repeat(64), 0, 0, 0, 0),
        new ModelView(
            "edge-portrait" + planted, "CPU" + planted, "1".repeat(64), 41, 48.2, 61.4, 66));
  }

  @Override
  public Versions versions() {
    return VERSIONS;
  }

  @Override
  public Optional<LocalDate> calibratedOn() {
    return Optional.of(LocalDate.now(ZoneId.systemDefault()));
  }

  @Override
  public Optional<LatenessView> lateness() {
    return Optional.of(new LatenessView(181_204, 8, 64, 256, 811.2));
  }

  @Override
  public void close() {
    server.close();
    booth.close();
    history.close();
  }
}
