package silverpoint.kiosk.web;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import silverpoint.UnspeakableError;
import silverpoint.kiosk.access.ApiKeys;
import silverpoint.kiosk.access.AuditLog;
import silverpoint.kiosk.access.Logins;
import silverpoint.kiosk.access.Pin;
import silverpoint.kiosk.access.RefusedLogins;
import silverpoint.kiosk.access.Role;
import silverpoint.kiosk.access.StaffPins;
import silverpoint.kiosk.access.TryDelay;
import silverpoint.kiosk.booth.WireName;
import silverpoint.kiosk.web.staff.LoginApi;

/**
 * A server on a free port with a clock of its own, a PIN a role, and one route for each role.
 * Registered with a test class, it lets all delays pass before each test.
 */
final class TestKiosk implements AutoCloseable, BeforeEachCallback, AfterAllCallback {
  /** What the test command takes. */
  static final String COMMAND = "{\"count\":1,\"text\":\"\"}";

  static final String VIEWER_PIN = "314159";
  static final String OPERATOR_PIN = "271828";
  static final String ENGINEER_PIN = "161803";
  static final String ADMIN_PIN = "141421";

  final AtomicLong nowMs = new AtomicLong(1_700_000_000_000L);
  final InstantSource clock = () -> Instant.ofEpochMilli(nowMs.get());
  final AtomicInteger commands = new AtomicInteger();
  final AtomicInteger count = new AtomicInteger();

  /** How often the state cannot be read. */
  final AtomicInteger failures = new AtomicInteger();

  /** Why the state is not that of the present moment. */
  final AtomicReference<Optional<String>> silence = new AtomicReference<>(Optional.empty());

  final AccessControl access;
  final EventHub hub;
  final WebServer server;
  final RawHttp http;
  final List<Endpoint> endpoints = new ArrayList<>();

  /** A state that changes when {@link TestKiosk#count} does. */
  @WireName("TestState")
  record State(int count, String text) {}

  TestKiosk(Path folder) {
    this(folder, List.of());
  }

  /**
   * @param more endpoints beside those for tests
   */
  TestKiosk(Path folder, List<Endpoint> more) {
    this(folder, more, StartingServer.open(settings()));
  }

  /**
   * @param more endpoints beside those for tests
   * @param starting has listened until now
   */
  TestKiosk(Path folder, List<Endpoint> more, StartingServer starting) {
    endpoints.addAll(more);
    Random chance = new Random(7);
    StaffPins pins = new StaffPins(folder.resolve("staff-pins"), chance);
    pins.set(Role.VIEWER, new Pin(VIEWER_PIN));
    pins.set(Role.OPERATOR, new Pin(OPERATOR_PIN));
    pins.set(Role.ENGINEER, new Pin(ENGINEER_PIN));
    pins.set(Role.ADMIN, new Pin(ADMIN_PIN));
    access =
        new AccessControl(
            pins,
            new ApiKeys(folder.resolve("api-keys"), chance),
            new Logins(Duration.ofMinutes(10), Duration.ofHours(8), nowMs::get, chance),
            new TryDelay(nowMs::get),
            new RefusedLogins(nowMs::get),
            new AuditLog(folder.resolve("audit.log"), clock));
    hub = new EventHub("test-hub", this::state, silence::get, Duration.ofMillis(20), 250);
    endpoints.addAll(new LoginApi(access).endpoints());
    for (Role role : Role.values()) {
      endpoints.add(
          Endpoint.get(
              "/api/v1/test/" + role.name().toLowerCase(Locale.ROOT),
              role,
              "For tests.",
              State.class,
              _ -> new State(0, "")));
    }
    endpoints.add(
        Endpoint.post(
                "/api/v1/test/command",
                new Endpoint.Access.From(Role.OPERATOR),
                "For tests.",
                State.class,
                call -> {
                  call.body(State.class);
                  return new State(commands.incrementAndGet(), "");
                })
            .taking(State.class));
    endpoints.add(
        Endpoint.post(
            "/api/v1/test/stop",
            new Endpoint.Access.Stopping(),
            "For tests.",
            State.class,
            _ -> new State(commands.incrementAndGet(), "")));
    endpoints.add(
        Endpoint.get(
            "/api/v1/test/broken",
            Role.ANYONE,
            "For tests.",
            State.class,
            _ -> {
              throw new IllegalStateException("secret detail");
            }));
    endpoints.add(
        Endpoint.events(
            "/api/v1/test/events",
            Role.VISITOR,
            "For tests.",
            State.class,
            call -> {
              hub.serve(call, () -> true);
              return Endpoint.Done.WRITTEN;
            }));
    server =
        WebServer.start(
            settings(),
            starting,
            folder,
            access,
            endpoints,
            List.of(
                new WebServer.StaticPages(
                    "/guarded", "/silverpoint/demo", new Endpoint.Access.From(Role.VIEWER)),
                new WebServer.StaticPages(
                    "/open", "/silverpoint/demo", new Endpoint.Access.From(Role.ANYONE))),
            List.of(hub));
    http = new RawHttp(server.loopbackPort());
  }

  static WebSettings settings() {
    return new WebSettings(
        0,
        new WebSettings.Network(false, "127.0.0.1", 0, "keystore.p12", "keystore.password"),
        List.of("booth.example"),
        10,
        8,
        256);
  }

  private State state() {
    if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
      throw new UnspeakableError();
    }
    return new State(count.get(), "x".repeat(2000));
  }

  static TestKiosk inTemporaryFolder() {
    return new TestKiosk(TemporaryFolders.create());
  }

  /** A login's cookie and token as headers. */
  String[] logIn(String pin, String... more) {
    RawHttp.Answer answer = http.post("/api/v1/session", "{\"pin\":\"" + pin + "\"}", more);
    if (answer.status() != 200) {
      throw new IllegalStateException(answer.status() + " " + answer.text());
    }
    String cookie = answer.header("Set-Cookie").orElseThrow().split(";", 2)[0];
    return new String[] {
      "Cookie: " + cookie, "X-Silverpoint-Token: " + answer.json().get("token").asString()
    };
  }

  Optional<String> pinOf(Role role) {
    return switch (role) {
      case ANYONE, VISITOR -> Optional.empty();
      case VIEWER -> Optional.of(VIEWER_PIN);
      case OPERATOR -> Optional.of(OPERATOR_PIN);
      case ENGINEER -> Optional.of(ENGINEER_PIN);
      case ADMIN -> Optional.of(ADMIN_PIN);
    };
  }

  void pass(Duration time) {
    nowMs.addAndGet(time.toMillis());
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    pass(Duration.ofHours(2));
  }

  @Override
  public void afterAll(ExtensionContext context) {
    close();
  }

  @Override
  public void close() {
    server.close();
  }
}
