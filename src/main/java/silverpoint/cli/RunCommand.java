package silverpoint.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import silverpoint.booth.Booth;
import silverpoint.booth.BoothCommand;
import silverpoint.booth.BoothSettings;
import silverpoint.booth.BoothSnapshot;
import silverpoint.booth.Phase;
import silverpoint.camera.CameraSettings;
import silverpoint.camera.Cameras;
import silverpoint.config.BoothConfig;
import silverpoint.config.CameraConfig;
import silverpoint.config.HistoryConfig;
import silverpoint.config.ScreenConfig;
import silverpoint.config.WebConfig;
import silverpoint.crew.DayReport;
import silverpoint.crew.SimulatedDay;
import silverpoint.web.KioskServer;
import silverpoint.web.VisitorApi;
import silverpoint.web.WebSettings;

/** The kiosk: camera in, portraits out, until it is told to end. */
@Command(
    name = "run",
    description = {
      "Runs the kiosk; with nothing attached, with a demo camera and a simulated toy.",
      "The demo's guests come, agree by staying, are drawn in real time and leave. Enter is the"
          + " button; Ctrl-C ends."
    },
    mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneId.systemDefault());
  private static final int ENDING_S = 15;
  private static final double DAY_S = 8 * 3600;
  private static final double GUEST_EVERY_S = 90;

  /** So that hardly a guest finds the line too long. */
  private static final double SOAK_GUEST_EVERY_S = 150;

  @Spec private @Nullable CommandSpec spec;

  @Mixin private MachineOptions machine = new MachineOptions();
  @Mixin private LineOptions line = new LineOptions();
  @Mixin private EdgeModelOption edges = new EdgeModelOption();
  @Mixin private StyleOption styles = new StyleOption();

  @Option(
      names = "--camera",
      paramLabel = "SOURCE",
      description = Cameras.CHOICES + " (default: that of kiosk-config/camera.yaml).")
  private @Nullable String camera;

  @Option(
      names = "--hands-free",
      description =
          "A guest who has read the notice agrees by staying; the demo camera's guests always do.")
  private boolean handsFree;

  @Option(
      names = "--history",
      paramLabel = "FILE",
      description = "What happened (default: kiosk-state/history.db).")
  private @Nullable Path history;

  @Option(
      names = "--soak",
      paramLabel = "MINUTES",
      description = "End after this time and report memory, threads, files and times.")
  @Within(least = 0.01, most = 100_000)
  private @Nullable Double soakMin;

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "Of the staff page on this computer; 0: any (default: that of web.yaml).")
  @Within(least = 0, most = 65_535)
  private @Nullable Integer port;

  @Option(
      names = "--simulate-day",
      paramLabel = "SEED",
      description =
          "Instead, live through a day of 8 hours in virtual time: a guest every 90 s, faults of"
              + " every kind; and report.")
  private @Nullable Long daySeed;

  @Option(
      names = "--soak-guests",
      paramLabel = "N",
      description =
          "Instead, serve so many guests in virtual time, with faults of every kind at random"
              + " times; and report.")
  @Within(least = 1, most = 1_000_000)
  private @Nullable Integer soakGuests;

  @Option(
      names = "--soak-seed",
      paramLabel = "SEED",
      defaultValue = "1",
      description = "Of --soak-guests (default: ${DEFAULT-VALUE}).")
  private long soakSeed = 1;

  private Optional<Phase> shown = Optional.empty();

  @Override
  public Integer call() throws InterruptedException {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    if (daySeed != null) {
      return simulate(daySeed, DAY_S, GUEST_EVERY_S, out);
    }
    if (soakGuests != null) {
      return simulate(soakSeed, soakGuests * SOAK_GUEST_EVERY_S, SOAK_GUEST_EVERY_S, out);
    }
    edges.requireOwn();
    CameraSettings settings = CameraConfig.load(Places.config());
    CameraSettings chosen = camera == null ? settings : settings.withSource(camera);
    try (HistoryLock _ = HistoryLock.take(history == null ? Places.history() : history)) {
      return run(chosen, out);
    }
  }

  private int run(CameraSettings chosen, PrintWriter out) throws InterruptedException {
    boolean demo = chosen.source().startsWith("demo");
    RunningKiosk.Plan plan =
        new RunningKiosk.Plan(
            machine,
            line,
            edges.name(),
            styles.style().name(),
            chosen,
            RunningKiosk.Plan.settings(Places.config(), handsFree || demo),
            history == null ? Places.history() : history);
    CountDownLatch ended = new CountDownLatch(1);
    CountDownLatch closed = new CountDownLatch(1);
    RunningKiosk kiosk = new RunningKiosk(plan, notice -> say(out, notice));
    Runtime.getRuntime().addShutdownHook(new Thread(() -> end(ended, closed)));
    try (kiosk;
        KioskServer server = web(kiosk, plan.booth())) {
      Booth booth = kiosk.booth();
      booth.subscribe(snapshot -> tell(out, snapshot));
      kiosk.start();
      say(
          out,
          "camera: %s; machine: %s, %s; style: %s"
              .formatted(
                  chosen.source(),
                  machine.name(),
                  machine.isReal() ? "real" : "simulated",
                  styles.style().name()));
      say(out, "visitor's screen: http://localhost:%d/booth/".formatted(server.loopbackPort()));
      say(out, "staff page: http://localhost:%d/staff/".formatted(server.loopbackPort()));
      listenToKeyboard(booth);
      if (soakMin == null) {
        ended.await();
      } else {
        Soak soak = Soak.begin(kiosk);
        boolean interrupted = ended.await(Math.round(soakMin * 60_000), TimeUnit.MILLISECONDS);
        soak.report(interrupted ? "ended early" : "ended", out);
      }
      say(out, "ending: the stylus comes to rest");
    } finally {
      closed.countDown();
    }
    return ExitCode.OK;
  }

  private static int simulate(long seed, double lengthS, double everyS, PrintWriter out) {
    DayReport day =
        new SimulatedDay(BoothConfig.load(Places.config()), new Random(seed), lengthS, everyS, 1)
            .run();
    out.print(day);
    out.flush();
    return day.stuck() == 0 ? ExitCode.OK : ExitCode.OUR_BUG;
  }

  private KioskServer web(RunningKiosk kiosk, BoothSettings booth) {
    WebSettings settings = WebConfig.load(Places.config());
    KioskWindow window = new KioskWindow(kiosk, machine.profile().page());
    VisitorApi visitor =
        new VisitorApi(
            kiosk.booth(),
            booth,
            new VisitorWindow(kiosk, window),
            ScreenConfig.load(Places.config()),
            HistoryConfig.load(Places.config()).keptLinesHours());
    kiosk.watch().subscribe(_ -> visitor.changed());
    return KioskServer.start(
        port == null ? settings : settings.at(port),
        new KioskServer.Places(Places.webState(), Places.state()),
        InstantSource.system(),
        new SecureRandom(),
        kiosk.booth(),
        window,
        kiosk.history(),
        visitor.more());
  }

  /** The program was asked to end: it may take the time to bring the motors to rest. */
  private static void end(CountDownLatch ended, CountDownLatch closed) {
    ended.countDown();
    try {
      closed.await(ENDING_S, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void listenToKeyboard(Booth booth) {
    if (System.console() == null || !System.console().isTerminal()) {
      return;
    }
    Thread.ofPlatform()
        .daemon()
        .name("silverpoint-keyboard")
        .start(() -> {
          try {
            int key = System.in.read();
            while (key >= 0) {
              if (key == '\n') {
                booth.command(new BoothCommand.Press());
              }
              key = System.in.read();
            }
          } catch (IOException e) {
            // without a keyboard the screen and the button are left
            return;
          }
        });
  }

  private synchronized void tell(PrintWriter out, BoothSnapshot snapshot) {
    if (shown.filter(snapshot.phase()::equals).isPresent()) {
      return;
    }
    shown = Optional.of(snapshot.phase());
    say(out, snapshot.phase().name().toLowerCase(Locale.ROOT) + more(snapshot));
  }

  private static String more(BoothSnapshot snapshot) {
    return switch (snapshot.phase()) {
      case DRAWING, QUEUED ->
          snapshot
              .progress()
              .map(progress ->
                  ": ticket %d, done at %s, %s left"
                      .formatted(
                          progress.session(),
                          CLOCK.format(progress.doneAt()),
                          Span.words(progress.leftS())))
              .orElse("");
      case FAULT ->
          snapshot.faults().isEmpty()
              ? ""
              : ": "
                  + snapshot.faults().getFirst().message()
                  + ". "
                  + snapshot.faults().getFirst().cure();
      default -> "";
    };
  }

  private static void say(PrintWriter out, String line) {
    out.println(CLOCK.format(java.time.Instant.now()) + "  " + line);
    out.flush();
  }
}
