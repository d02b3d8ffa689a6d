package silverpoint.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import silverpoint.cli.terminal.ExitCode;
import silverpoint.cli.terminal.Interruption;
import silverpoint.cli.terminal.KioskConsole;
import silverpoint.cli.terminal.Within;
import silverpoint.foundation.inference.Processor;
import silverpoint.kiosk.app.DoctorWiring;
import silverpoint.kiosk.app.Handover;
import silverpoint.kiosk.app.KioskServer;
import silverpoint.kiosk.app.KioskWindow;
import silverpoint.kiosk.app.MachineChoice;
import silverpoint.kiosk.app.Places;
import silverpoint.kiosk.app.Ports;
import silverpoint.kiosk.app.RunningKiosk;
import silverpoint.kiosk.app.StateLock;
import silverpoint.kiosk.app.TakeHome;
import silverpoint.kiosk.app.VisitorWindow;
import silverpoint.kiosk.booth.BoothClock;
import silverpoint.kiosk.booth.BoothSettings;
import silverpoint.kiosk.camera.CameraSettings;
import silverpoint.kiosk.camera.Cameras;
import silverpoint.kiosk.config.BoothConfig;
import silverpoint.kiosk.config.CameraConfig;
import silverpoint.kiosk.config.HistoryConfig;
import silverpoint.kiosk.config.ScreenConfig;
import silverpoint.kiosk.config.WebConfig;
import silverpoint.kiosk.systemd.ServiceNotices;
import silverpoint.kiosk.web.StartingServer;
import silverpoint.kiosk.web.WebSettings;
import silverpoint.kiosk.web.visitor.ScreenSettings;
import silverpoint.kiosk.web.visitor.VisitorApi;
import silverpoint.lab.simulation.DayReport;
import silverpoint.lab.simulation.SimulatedDay;
import silverpoint.lab.simulation.Soak;

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
  private static final Duration ENDING = Duration.ofSeconds(15);

  /** Longer than models take from a cold card; a kiosk whose models hang begins after it, too. */
  private static final int LONGEST_LOADING_S = 120;

  private static final int LOOK_MS = 100;
  private static final double DAY_S = 8 * 3600;
  private static final double GUEST_EVERY_S = 90;

  /** So that hardly a guest finds the line too long. */
  private static final double SOAK_GUEST_EVERY_S = 150;

  private static final String NO_CAMERA =
      "no webcam and no Raspberry Pi camera is plugged in, so the demo's guests come; plug one in and"
          + " start the kiosk again";

  private static final String OWN_STATE = "give this one a --state of its own";

  @Spec private @Nullable CommandSpec spec;

  @Mixin private MachineOptions machine = new MachineOptions();
  @Mixin private LineOptions line = new LineOptions();
  @Mixin private EdgeModelOption edges = new EdgeModelOption();
  @Mixin private StyleOption styles = new StyleOption();

  @Option(
      names = "--camera",
      paramLabel = "SOURCE",
      description = Cameras.CHOICES + " (default: that of camera.yaml).")
  private @Nullable String camera;

  @Option(
      names = "--hands-free",
      description =
          "A guest who has read the notice agrees by staying; the demo camera's guests always do.")
  private boolean handsFree;

  @Option(
      names = "--history",
      paramLabel = "FILE",
      description = "What happened (default: history.db in the kiosk's state).")
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

  @Override
  public Integer call() throws InterruptedException {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    if (daySeed != null) {
      return simulate(daySeed, DAY_S, GUEST_EVERY_S, out);
    }
    if (soakGuests != null) {
      return simulate(soakSeed, soakGuests * SOAK_GUEST_EVERY_S, SOAK_GUEST_EVERY_S, out);
    }
    Processor.ofThisComputer().require();
    CameraSettings settings = CameraConfig.load(machine.places().configs());
    CameraSettings asked = camera == null ? settings : settings.withSource(camera);
    try (Interruption interruption = Interruption.watch(ENDING)) {
      run(asked, interruption, out);
    }
    return ExitCode.OK;
  }

  private void run(CameraSettings asked, Interruption interruption, PrintWriter out)
      throws InterruptedException {
    KioskConsole console = new KioskConsole(out, InstantSource.system());
    Handover handover = new Handover(System::nanoTime, interruption::asked, console::say);
    Places places = machine.places();
    WebSettings usual = WebConfig.load(places.configs());
    WebSettings web = port == null ? usual : usual.at(port);
    ScreenSettings screen = ScreenConfig.load(places.configs());
    CameraSettings chosen = Cameras.attached(asked);
    RunningKiosk.Plan plan =
        new RunningKiosk.Plan(
            machine.choice(),
            line.settings(),
            edges.name(),
            styles.style().name(),
            screen.choices(),
            chosen,
            RunningKiosk.Plan.settings(places, handsFree),
            history == null ? places.history() : history);
    try (ServiceNotices service =
            ServiceNotices.of(System.getenv(), ProcessHandle.current().pid());
        StateLock _ = StateLock.take(plan.historyFile(), OWN_STATE, handover);
        StateLock _ = StateLock.take(places.auditLog(), OWN_STATE, handover)) {
      Ports.await(web, handover);
      service.status("starting");
      try (StartingServer starting = StartingServer.open(web);
          RunningKiosk kiosk = RunningKiosk.open(plan, console::say)) {
        console.follow(kiosk.booth());
        kiosk.booth().feed(service::turned);
        kiosk.booth().subscribe(snapshot -> service.status(snapshot.phase().name()));
        awaitStudio(kiosk, interruption);
        kiosk.start();
        try (TakeHome home = TakeHome.open(kiosk, places, screen, web.hostNames(), console::say);
            KioskServer server = web(kiosk, plan.booth(), screen, web, starting, home)) {
          service.ready();
          introduce(plan, server, console);
          if (asked.isAuto() && chosen.isDemo()) {
            console.say(NO_CAMERA);
          }
          console.listenToKeyboard(kiosk.booth());
          live(kiosk, interruption, out);
          service.stopping();
          console.say("ending: the stylus comes to rest");
        }
      }
    }
  }

  /** Nobody is asked whom the kiosk cannot draw yet. */
  private static void awaitStudio(RunningKiosk kiosk, Interruption interruption)
      throws InterruptedException {
    long endNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_LOADING_S);
    while (!interruption.asked()
        && System.nanoTime() < endNs
        && !kiosk.crew().awaitStudio(LOOK_MS)) {}
  }

  private static void introduce(RunningKiosk.Plan plan, KioskServer server, KioskConsole console) {
    console.say(
        "camera: %s; machine: %s, %s; style: %s"
            .formatted(
                plan.camera().source(),
                plan.machine().name(),
                plan.machine().isReal() ? "real" : "simulated",
                plan.style()));
    String address = "http://localhost:" + server.loopbackPort();
    console.say("visitor's screen: " + address + "/booth/");
    console.say("staff page: " + address + "/staff/");
  }

  /** Which machine it drives. */
  MachineChoice machine() {
    return machine.choice();
  }

  private void live(RunningKiosk kiosk, Interruption interruption, PrintWriter out)
      throws InterruptedException {
    if (soakMin == null) {
      interruption.await();
      return;
    }
    Soak soak = Soak.begin(kiosk);
    boolean interrupted = interruption.await(Duration.ofMillis(Math.round(soakMin * 60_000)));
    soak.report(interrupted ? "ended early" : "ended", out);
  }

  private int simulate(long seed, double lengthS, double everyS, PrintWriter out) {
    DayReport day =
        new SimulatedDay(
                BoothConfig.load(machine.places().configs()), new Random(seed), lengthS, everyS, 1)
            .run();
    out.print(day);
    out.flush();
    return day.stuck() == 0 ? ExitCode.OK : ExitCode.OUR_BUG;
  }

  private KioskServer web(
      RunningKiosk kiosk,
      BoothSettings booth,
      ScreenSettings screen,
      WebSettings settings,
      StartingServer starting,
      TakeHome home) {
    Places places = machine.places();
    KioskWindow window = new KioskWindow(kiosk, machine.choice().profile().page());
    VisitorApi visitor =
        new VisitorApi(
            kiosk.booth(),
            booth,
            new VisitorWindow(kiosk, window),
            screen,
            home::page,
            HistoryConfig.load(places.configs()).keptLinesHours());
    kiosk.watch().subscribe(_ -> visitor.changed());
    return KioskServer.start(
        settings,
        starting,
        new KioskServer.Places(places.webState(), places.state()),
        BoothClock.system(),
        new SecureRandom(),
        kiosk.booth(),
        window,
        kiosk.history(),
        DoctorWiring.doctor(machine.choice(), edges.name())::examine,
        visitor.more());
  }
}
