package silverpoint.web;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.Consumer;
import javax.imageio.ImageIO;
import silverpoint.LinePlanner;
import silverpoint.PlannedLine;
import silverpoint.StageTimes;
import silverpoint.access.ApiKeys;
import silverpoint.access.Pin;
import silverpoint.access.Role;
import silverpoint.access.StaffPins;
import silverpoint.booth.Booth;
import silverpoint.booth.BoothAction;
import silverpoint.booth.BoothClock;
import silverpoint.booth.BoothEvent;
import silverpoint.booth.BoothState;
import silverpoint.booth.Crew;
import silverpoint.booth.Job;
import silverpoint.booth.MachineState;
import silverpoint.booth.Outcome;
import silverpoint.booth.Session;
import silverpoint.booth.Ticket;
import silverpoint.config.BoothConfig;
import silverpoint.config.MachineProfile;
import silverpoint.config.MachineProfiles;
import silverpoint.geometry.Affine;
import silverpoint.geometry.Box;
import silverpoint.geometry.Point;
import silverpoint.geometry.Polyline;
import silverpoint.history.History;
import silverpoint.history.HistorySettings;
import silverpoint.history.LineFigures;
import silverpoint.history.Versions;
import silverpoint.motion.MotionPlanner;
import silverpoint.motion.StepGenerator;
import silverpoint.route.RuralPostmanRouter;
import silverpoint.route.TravelPrices;
import silverpoint.stroke.Drawing;
import silverpoint.stroke.Stroke;

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

  private static final MachineProfile MACHINE =
      new MachineProfiles(Path.of("kiosk-config/machines")).load("classic");
  private static final PlannedLine LINE = plan();

  private final Map<Role, String> keyOf = new EnumMap<>(Role.class);
  final Booth booth;
  final KioskServer server;
  private final History history;
  final RawHttp http;

  StagedKiosk(boolean withPins, int port) {
    BoothClock clock = BoothClock.system();
    booth = new Booth(BoothConfig.load(Path.of("kiosk-config")), drawing(clock), this, clock);
    booth.start();
    Path folder = temporaryFolder();
    Random chance = new Random(11);
    if (withPins) {
      StaffPins pins = new StaffPins(folder.resolve("staff-pins"), chance);
      PINS.forEach((role, digits) -> pins.set(role, new Pin(digits)));
    }
    history =
        new History(
            folder.resolve("history.db"), new HistorySettings(24), InstantSource.system(), _ -> {});
    history.begin(new Versions("test", "models", "config", "classic"));
    remember(clock);
    ApiKeys keys = new ApiKeys(folder.resolve("api-keys"), chance);
    for (Role role : List.of(Role.VIEWER, Role.OPERATOR)) {
      keyOf.put(role, keys.make(role.name().toLowerCase(java.util.Locale.ROOT), role));
    }
    WebSettings usual = TestKiosk.settings();
    server =
        KioskServer.start(
            new WebSettings(port, usual.network(), usual.hostNames(), 10, 8, 256),
            new KioskServer.Places(folder, folder),
            InstantSource.system(),
            chance,
            booth,
            this,
            history,
            KioskServer.More.NOTHING);
    http = new RawHttp(server.loopbackPort());
  }

  /** The API key of a role. */
  String key(Role role) {
    return keyOf.getOrDefault(role, "");
  }

  /** For a look at the pages: {@code java … silverpoint.web.StagedKiosk 8080}. */
  public static void main(String[] arguments) throws InterruptedException {
    try (StagedKiosk kiosk =
        new StagedKiosk(arguments.length < 2, Integer.parseInt(arguments[0]))) {
      System.out.println("http://localhost:" + kiosk.server.loopbackPort() + "/staff/");
      Thread.currentThread().join();
    }
  }

  private static BoothState drawing(BoothClock clock) {
    long nowMs = clock.nowMs().getAsLong();
    double drawTimeS = LINE.motionPlan().durationS();
    double lengthMm = LINE.route().lengthMm();
    long startedMs = nowMs - Math.round(drawTimeS * 400);
    Session session = new Session(41, 3, true, 0, startedMs - 30_000);
    Job job =
        new Job(
            new Ticket(session, drawTimeS, lengthMm, startedMs, nowMs + 90_000, 0, false),
            startedMs,
            0);
    Session next = new Session(42, 5, false, 1, nowMs - 60_000);
    BoothState begin = BoothState.begin(new MachineState.Drawing(startedMs, job), 43, nowMs);
    return new BoothState(
        begin.visitor(),
        begin.machine(),
        List.of(new Ticket(next, 151, 1210, nowMs - 20_000, nowMs + 240_000, 0, false)),
        true,
        begin.seen(),
        begin.faults(),
        begin.pace(),
        begin.freeSinceMs(),
        begin.faultsInARow(),
        begin.counters(),
        begin.nextSession());
  }

  private void remember(BoothClock clock) {
    long nowMs = clock.nowMs().getAsLong();
    for (int i = 1; i <= 24; i++) {
      Session session = new Session(i, i, true, i % 3, nowMs);
      history.began(session);
      history.sketched(i, new LineFigures(40, 1150 + 10 * i, 25, 260, 480, "contour"));
      if (i % 6 == 0) {
        history.ended(session, Outcome.LEFT);
      } else {
        Ticket ticket =
            new Ticket(session, 150, 1200, nowMs - 220_000, nowMs + 2_000 * (i % 5), 0, true);
        history.ended(new Job(ticket, nowMs - 160_000 + 1000 * i, 0), Outcome.DRAWN, nowMs);
        history.keepLine(i, "10.00,10.00 40.00,60.00 70.00,10.00");
      }
    }
  }

  @Override
  public void perform(BoothAction action, Consumer<BoothEvent> answers) {
    long drawn = booth.snapshot().state().machine().ticket().map(Ticket::number).orElse(0L);
    switch (action) {
      case BoothAction.Hold _ -> answers.accept(new BoothEvent.DrawingHeld(drawn));
      case BoothAction.StopDrawing _ -> answers.accept(new BoothEvent.DrawingStopped(drawn, true));
      case BoothAction.ReturnHome _ -> answers.accept(new BoothEvent.Returned());
      case BoothAction.CheckMachine _ -> answers.accept(new BoothEvent.MachineReady());
      case BoothAction.Serve _ -> answers.accept(new BoothEvent.ServiceEnded(true));
      default -> {}
    }
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
        .map(ticket -> new Exhibit(ticket.number(), LINE, MACHINE.page(), ART));
  }

  @Override
  public Optional<CameraPicture> picture() {
    return Optional.of(
        new CameraPicture(PHOTO, 320, 240, List.of(new FaceBox(110, 60, 90, 110, true))));
  }

  @Override
  public CameraView camera() {
    return new CameraView("demo", "LIVE", 24.7, Optional.empty());
  }

  @Override
  public Choices choices() {
    return new Choices(
        "contour", List.of("contour", "minimal", "bold", "hatched"), 180, "demo", List.of("demo"));
  }

  @Override
  public List<ModelView> models() {
    return List.of(
        new ModelView("face-detector-short", "CPU", "0".repeat(64), 4_811, 3.9, 5.1, 7.8),
        new ModelView("edge-portrait", "CPU", "1".repeat(64), 41, 48.2, 61.4, 66));
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

  private static PlannedLine plan() {
    List<Stroke> strokes = new ArrayList<>();
    for (List<Point> points : face()) {
      strokes.add(new Stroke(new Polyline(points), Stroke.Source.values()[0], 1));
    }
    Drawing drawing =
        new Drawing(MACHINE.page(), strokes, new Box(50, 15, 60, 80), Affine.IDENTITY);
    MotionPlanner motionPlanner = new MotionPlanner(MACHINE.motion(), MACHINE.page().drawableMm());
    return new LinePlanner(
            new RuralPostmanRouter(TravelPrices.HIDDEN, motionPlanner.pace(), 1),
            motionPlanner,
            new StepGenerator(MACHINE.motion()),
            MACHINE.home().pointMm(),
            Double.POSITIVE_INFINITY)
        .plan(drawing, new StageTimes(() -> 0, _ -> {}));
  }

  private static List<List<Point>> face() {
    List<List<Point>> face = new ArrayList<>();
    face.add(arc(70, 48, 22, 30, 0, 360));
    face.add(arc(62, 42, 4, 2.2, 0, 360));
    face.add(arc(78, 42, 4, 2.2, 0, 360));
    face.add(arc(62, 42, 1, 1, 0, 360));
    face.add(arc(78, 42, 1, 1, 0, 360));
    face.add(arc(62, 37, 6, 3, 200, 340));
    face.add(arc(78, 37, 6, 3, 200, 340));
    face.add(arc(70, 60, 9, 5, 20, 160));
    face.add(arc(70, 59, 9, 2, 10, 170));
    face.add(arc(70, 49, 3, 5, 20, 160));
    for (int i = 0; i < 9; i++) {
      face.add(arc(70, 46, 23 + i, 31 + i, 195, 345 - 4 * i));
    }
    face.add(arc(70, 100, 42, 22, 190, 350));
    return face;
  }

  private static List<Point> arc(
      double x, double y, double radiusX, double radiusY, int fromDegrees, int toDegrees) {
    List<Point> points = new ArrayList<>();
    for (int degrees = fromDegrees; degrees <= toDegrees; degrees += 5) {
      double angle = Math.toRadians(degrees);
      points.add(new Point(x + radiusX * Math.cos(angle), y + radiusY * Math.sin(angle)));
    }
    return points;
  }

  private static final byte[] ART = picture("png", Color.WHITE, Color.BLACK);
  private static final byte[] PHOTO = picture("jpeg", new Color(90, 110, 130), Color.WHITE);

  private static byte[] picture(String format, Color paper, Color ink) {
    BufferedImage image = new BufferedImage(320, 240, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(paper);
    graphics.fillRect(0, 0, 320, 240);
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setColor(ink);
    graphics.setStroke(new BasicStroke(1.5f));
    for (List<Point> points : face()) {
      for (int i = 1; i < points.size(); i++) {
        graphics.drawLine(
            px(points.get(i - 1).x()),
            px(points.get(i - 1).y()),
            px(points.get(i).x()),
            px(points.get(i).y()));
      }
    }
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      ImageIO.write(image, format, bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int px(double mm) {
    return (int) Math.round(mm * 2.2);
  }

  private static Path temporaryFolder() {
    try {
      return Files.createTempDirectory("silverpoint-web");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
