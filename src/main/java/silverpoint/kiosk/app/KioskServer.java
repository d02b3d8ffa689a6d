package silverpoint.kiosk.app;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import silverpoint.kiosk.access.ApiKeys;
import silverpoint.kiosk.access.AuditLog;
import silverpoint.kiosk.access.Logins;
import silverpoint.kiosk.access.RefusedLogins;
import silverpoint.kiosk.access.Role;
import silverpoint.kiosk.access.StaffPins;
import silverpoint.kiosk.access.TryDelay;
import silverpoint.kiosk.booth.Booth;
import silverpoint.kiosk.booth.BoothClock;
import silverpoint.kiosk.doctor.Diagnosis;
import silverpoint.kiosk.history.History;
import silverpoint.kiosk.web.AccessControl;
import silverpoint.kiosk.web.Endpoint;
import silverpoint.kiosk.web.Extension;
import silverpoint.kiosk.web.Json;
import silverpoint.kiosk.web.Kiosk;
import silverpoint.kiosk.web.StartingServer;
import silverpoint.kiosk.web.WebServer;
import silverpoint.kiosk.web.WebSettings;
import silverpoint.kiosk.web.octoprint.OctoPrintApi;
import silverpoint.kiosk.web.operations.HostHealth;
import silverpoint.kiosk.web.operations.LogTail;
import silverpoint.kiosk.web.operations.Metrics;
import silverpoint.kiosk.web.operations.ServiceApi;
import silverpoint.kiosk.web.operations.SupportBundle;
import silverpoint.kiosk.web.staff.CommandApi;
import silverpoint.kiosk.web.staff.HistoryApi;
import silverpoint.kiosk.web.staff.LoginApi;
import silverpoint.kiosk.web.staff.StaffApi;

/** The whole web side of a kiosk: the staff page, the API, and what other rooms add to them. */
public final class KioskServer implements AutoCloseable {
  private final WebServer server;

  /**
   * Where the server keeps and finds things.
   *
   * @param state PINs, keys, certificate and audit log
   * @param disk the kiosk's state as a whole, whose disk is watched
   */
  public record Places(Path state, Path disk) {}

  /**
   * Starts serving. When it cannot, nothing is left open, what it was given neither.
   *
   * @param starting has listened until now
   * @param chance makes tokens; a secure one outside of tests
   * @param doctor looks at the computer when somebody asks
   */
  public static KioskServer start(
      WebSettings settings,
      StartingServer starting,
      Places places,
      BoothClock clock,
      RandomGenerator chance,
      Booth booth,
      Kiosk kiosk,
      History history,
      Supplier<Diagnosis> doctor,
      Extension more) {
    List<AutoCloseable> parts = new ArrayList<>(more.parts());
    try {
      return new KioskServer(
          settings, starting, places, clock, chance, booth, kiosk, history, doctor, more, parts);
    } catch (RuntimeException | Error e) {
      WebServer.close(parts);
      starting.close();
      throw e;
    }
  }

  private KioskServer(
      WebSettings settings,
      StartingServer starting,
      Places places,
      BoothClock clock,
      RandomGenerator chance,
      Booth booth,
      Kiosk kiosk,
      History history,
      Supplier<Diagnosis> doctor,
      Extension more,
      List<AutoCloseable> parts) {
    AccessControl access =
        new AccessControl(
            new StaffPins(places.state().resolve("staff-pins"), chance),
            new ApiKeys(places.state().resolve("api-keys"), chance),
            new Logins(
                Duration.ofMinutes(settings.sessionIdleMin()),
                Duration.ofHours(settings.sessionHours()),
                clock.nowMs(),
                chance),
            new TryDelay(clock.nowMs()),
            new RefusedLogins(clock.nowMs()),
            new AuditLog(places.state().resolve("audit.log"), clock.wall()));
    StaffApi staff = new StaffApi(booth, kiosk, settings.maxEventClients());
    parts.add(staff);
    Metrics metrics = new Metrics(booth, kiosk, staff.hub());
    parts.add(metrics);
    HostHealth host = new HostHealth(Path.of("/"), places.disk());
    List<Endpoint> endpoints = new ArrayList<>(new LoginApi(access).endpoints());
    endpoints.addAll(staff.endpoints());
    endpoints.addAll(new CommandApi(booth, access.audit()).endpoints());
    LogTail log = LogTail.begin();
    parts.add(log::close);
    ServiceApi service = new ServiceApi(booth, kiosk, host, metrics, access.audit(), log, doctor);
    endpoints.addAll(service.endpoints(staff.hub()));
    HistoryApi past = new HistoryApi(history, kiosk, clock.wall(), ZoneId.systemDefault());
    endpoints.addAll(past.endpoints());
    SupportBundle bundle =
        new SupportBundle()
            .with("status.json", () -> staff.hub().json())
            .with("health.json", () -> Json.bytes(service.health(staff.hub())))
            .with("metrics.txt", () -> metrics.text().getBytes(StandardCharsets.UTF_8))
            .with("day.json", () -> Json.bytes(past.day()))
            .with("maintenance.json", () -> Json.bytes(past.maintenance()))
            .with("runs.json", () -> Json.bytes(past.runs()))
            .with("versions.json", () -> Json.bytes(kiosk.versions()))
            .with("log.txt", () -> String.join("\n", log.lines()).getBytes(StandardCharsets.UTF_8))
            .with("doctor.json", () -> Json.bytes(doctor.get()))
            .with("web.json", () -> Json.bytes(settings))
            .with("system.json", () -> Json.bytes(HostHealth.versions()));
    endpoints.add(
        Endpoint.document(
            "/api/v1/support-bundle",
            Role.ENGINEER,
            "State, health, the day, versions, meters, settings and log in one file; no faces, no"
                + " secrets.",
            "application/zip",
            _ -> bundle.zip()));
    endpoints.addAll(new OctoPrintApi(booth, access.audit()).endpoints());
    endpoints.addAll(more.endpoints());
    endpoints.add(ServiceApi.openApi(() -> endpoints));
    List<WebServer.StaticPages> pages = new ArrayList<>(more.pages());
    pages.add(
        new WebServer.StaticPages(
            "/staff", "/silverpoint/kiosk/web/staff", new Endpoint.Access.From(Role.ANYONE)));
    server = WebServer.start(settings, starting, places.state(), access, endpoints, pages, parts);
  }

  /** Port of plain HTTP on the loopback address. */
  public int loopbackPort() {
    return server.loopbackPort();
  }

  @Override
  public void close() {
    server.close();
  }
}
