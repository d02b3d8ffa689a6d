package silverpoint.kiosk.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import silverpoint.kiosk.access.ApiKeys;
import silverpoint.kiosk.access.Role;
import silverpoint.kiosk.booth.BoothClock;
import silverpoint.kiosk.booth.BoothCommand;
import silverpoint.kiosk.booth.BoothSettings;
import silverpoint.kiosk.booth.BoothState;
import silverpoint.kiosk.booth.FaultKind;
import silverpoint.kiosk.booth.MachineSettings;
import silverpoint.kiosk.booth.MachineState;
import silverpoint.kiosk.booth.Session;
import silverpoint.kiosk.booth.VisitorSettings;
import silverpoint.kiosk.booth.VisitorState;
import silverpoint.kiosk.camera.CameraException;
import silverpoint.kiosk.config.BoothConfig;
import silverpoint.kiosk.config.CameraConfig;
import silverpoint.kiosk.config.ScreenConfig;
import silverpoint.kiosk.config.WebConfig;
import silverpoint.kiosk.doctor.Diagnosis;
import silverpoint.kiosk.doctor.Verdict;
import silverpoint.kiosk.history.SessionEntry;
import silverpoint.kiosk.web.StartingServer;
import silverpoint.kiosk.web.visitor.VisitorApi;

/**
 * The whole kiosk in this program, with its web side: demo camera, real models, a simulated machine
 * that draws a thousand times as fast as a real one.
 */
class RunningKioskTest {
  private static final Path CONFIG = Path.of("kiosk-config");
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @TempDir private Path folder;

  static RunningKiosk kiosk(BoothSettings settings, Path history) {
    return kiosk(settings, history, "demo", _ -> {});
  }

  private static RunningKiosk kiosk(
      BoothSettings settings, Path history, String camera, Consumer<String> notices) {
    return RunningKiosk.open(
        new RunningKiosk.Plan(
            new MachineChoice(
                "classic",
                false,
                List.of(),
                new Places(CONFIG, history.resolveSibling("state")),
                1000),
            LineSettings.usual(),
            Wiring.EDGE_MODEL,
            "contour",
            ScreenConfig.load(CONFIG).choices(),
            CameraConfig.load(CONFIG).withSource(camera),
            settings,
            history),
        notices);
  }

  /** A guest looks at the portrait for two seconds; nothing is late on a busy computer. */
  static BoothSettings settings() {
    return new BoothSettings(
        new VisitorSettings(300, 0, 300, 0.6, 3, 30, 300, 300, 2, 2, 20, 2, 10),
        BoothConfig.load(CONFIG).queue(),
        new MachineSettings(60, 900, 1.5, 600, 2, 600, 900, 1800, 120, 2, 10, 300));
  }

  static KioskServer web(RunningKiosk kiosk, BoothSettings settings, Path folder) {
    KioskWindow window = new KioskWindow(kiosk, kiosk.machine().profile().page());
    VisitorApi visitor =
        new VisitorApi(
            kiosk.booth(),
            settings,
            new VisitorWindow(kiosk, window),
            ScreenConfig.load(CONFIG),
            Optional::empty,
            24);
    return KioskServer.start(
        WebConfig.load(CONFIG).at(0),
        StartingServer.open(WebConfig.load(CONFIG).at(0)),
        new KioskServer.Places(folder, folder),
        BoothClock.system(),
        new SecureRandom(),
        kiosk.booth(),
        window,
        kiosk.history(),
        () -> new Diagnosis(Verdict.FINE, List.of()),
        visitor.more());
  }

  static void await(String what, BooleanSupplier condition) {
    for (int i = 0; i < 30_000 && !condition.getAsBoolean(); i++) {
      LockSupport.parkNanos(10_000_000);
    }
    assertThat(condition.getAsBoolean()).as(what).isTrue();
  }

  @Test
  void aGuestIsSketchedDrawnAndForgottenAndTheKioskEnds() throws Exception {
    BoothSettings settings = settings();
    Instant begun = Instant.now();
    String key = new ApiKeys(folder.resolve("api-keys"), new Random(3)).make("test", Role.OPERATOR);
    try (RunningKiosk kiosk = kiosk(settings, folder.resolve("history.db"));
        KioskServer server = web(kiosk, settings, folder)) {
      String root = "http://localhost:" + server.loopbackPort();
      assertThat(get(root + "/healthz").statusCode()).as("before it begins").isEqualTo(503);
      kiosk.start();
      await("healthz", () -> status(root + "/healthz") == 200);
      await("somebody is asked", () -> visitor(kiosk) instanceof VisitorState.Consent);
      assertThat(get(root + "/readyz").statusCode()).isEqualTo(200);
      await("the sketch is shown", () -> isSketched(kiosk));
      long session = visitor(kiosk).guest().orElseThrow().number();
      assertThat(get(root + "/api/v1/visitor/line/" + session).statusCode()).isEqualTo(200);
      assertThat(kiosk.booth().command(new BoothCommand.ChooseStyle("bold"))).isEmpty();
      kiosk.booth().command(new BoothCommand.Close());
      kiosk.booth().command(new BoothCommand.Accept());
      await("the toy wants to be erased", () -> machine(kiosk) instanceof MachineState.Erase);
      assertThat(kiosk.machine().simulated().orElseThrow().toy().trace().lineMm(1)).isNotEmpty();
      await("the toy is shaken", () -> machine(kiosk) instanceof MachineState.Ready);
      await("the line is forgotten", () -> kiosk.crew().memory().size() == 0);
      assertThat(get(root + "/api/v1/visitor/line/" + session).statusCode()).isEqualTo(404);
      await("it is remembered that it was drawn", () -> drawn(kiosk, begun).size() == 1);
      assertThat(drawn(kiosk, begun).getFirst().figures().orElseThrow().style())
          .isEqualTo("contour");
      HttpResponse<String> stop =
          HTTP.send(
              HttpRequest.newBuilder(URI.create(root + "/api/v1/commands/emergency-stop"))
                  .header("X-Api-Key", key)
                  .header("Content-Type", "application/json")
                  .POST(HttpRequest.BodyPublishers.ofString("{}"))
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      assertThat(stop.statusCode()).as(stop.body()).isEqualTo(200);
      assertThat(machine(kiosk)).isInstanceOf(MachineState.OutOfService.class);
    }
    assertThat(Thread.getAllStackTraces().keySet())
        .extracting(Thread::getName)
        .doesNotContain("silverpoint-booth", "silverpoint-sketcher", "silverpoint-machine");
  }

  @Test
  void whatGoesWrongBeforeTheBoothBeginsIsAFaultOfTheBooth() throws IOException {
    Path history = Files.createDirectory(folder.resolve("history.db"));
    try (RunningKiosk kiosk = kiosk(settings(), history)) {
      kiosk.start();
      await(
          "the history fails",
          () -> kiosk.booth().snapshot().state().faults().containsKey(FaultKind.HISTORY));
    }
  }

  @Test
  void aStartThatFailsHalfWayLeavesNothingRunning() {
    Path history = folder.resolve("history.db");
    try (RunningKiosk killed = kiosk(settings(), history)) {
      killed.history().began(new Session(1, 1, false, 0, 0));
    }
    Set<Thread> before = kioskThreads();
    assertThatThrownBy(() ->
            kiosk(
                settings(),
                history,
                "demo",
                _ -> {
                  throw new IllegalStateException("planted");
                }))
        .hasMessage("planted");
    await("nothing runs", () -> before.containsAll(kioskThreads()));
  }

  @Test
  void aCameraThatIsNoneIsNoRunOfTheKiosk() {
    Path history = folder.resolve("history.db");
    Set<Thread> before = kioskThreads();
    assertThatThrownBy(() -> kiosk(settings(), history, "nowhere.jpg", _ -> {}))
        .isInstanceOf(CameraException.class);
    assertThat(before).containsAll(kioskThreads());
    assertThat(history).doesNotExist();
  }

  private static Set<Thread> kioskThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().matches("(silverpoint|camera|subject)-.*"))
        .collect(Collectors.toSet());
  }

  /** Whoever is asked agrees, until one is sketched: not every picture is a good one. */
  static boolean isSketched(RunningKiosk kiosk) {
    if (visitor(kiosk) instanceof VisitorState.Consent) {
      kiosk.booth().command(new BoothCommand.Agree(true));
    }
    return visitor(kiosk) instanceof VisitorState.Review;
  }

  static VisitorState visitor(RunningKiosk kiosk) {
    return state(kiosk).visitor();
  }

  static MachineState machine(RunningKiosk kiosk) {
    return state(kiosk).machine();
  }

  private static BoothState state(RunningKiosk kiosk) {
    return kiosk.booth().snapshot().state();
  }

  private static List<SessionEntry> drawn(RunningKiosk kiosk, Instant since) {
    return kiosk.history().sessionsSince(since.minus(Duration.ofMinutes(1))).stream()
        .filter(session -> session.outcome().filter("DRAWN"::equals).isPresent())
        .toList();
  }

  private static int status(String address) {
    try {
      return get(address).statusCode();
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(address, e);
    }
  }

  private static HttpResponse<String> get(String address) throws IOException, InterruptedException {
    return HTTP.send(
        HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
  }
}
