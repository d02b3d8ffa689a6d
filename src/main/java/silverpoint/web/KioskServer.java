package silverpoint.web;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import silverpoint.access.ApiKeys;
import silverpoint.access.AuditLog;
import silverpoint.access.Role;
import silverpoint.access.Sessions;
import silverpoint.access.StaffPins;
import silverpoint.access.TryDelay;
import silverpoint.booth.Booth;

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
   * What other rooms add.
   *
   * @param endpoints such as those of the visitor's screen
   * @param pages such as the visitor's screen itself
   * @param parts closed before the server stops
   */
  public record More(
      List<Endpoint> endpoints, List<WebServer.StaticPages> pages, List<AutoCloseable> parts) {
    public static final More NOTHING = new More(List.of(), List.of(), List.of());
  }

  /**
   * Starts serving.
   *
   * @param chance makes tokens; a secure one outside of tests
   */
  public static KioskServer start(
      WebSettings settings,
      Places places,
      InstantSource clock,
      RandomGenerator chance,
      Booth booth,
      Kiosk kiosk,
      More more) {
    return new KioskServer(settings, places, clock, chance, booth, kiosk, more);
  }

  private KioskServer(
      WebSettings settings,
      Places places,
      InstantSource clock,
      RandomGenerator chance,
      Booth booth,
      Kiosk kiosk,
      More more) {
    Keeper keeper =
        new Keeper(
            new StaffPins(places.state().resolve("staff-pins"), chance),
            new ApiKeys(places.state().resolve("api-keys"), chance),
            new Sessions(
                Duration.ofMinutes(settings.sessionIdleMin()),
                Duration.ofHours(settings.sessionHours()),
                clock,
                chance),
            new TryDelay(clock),
            new AuditLog(places.state().resolve("audit.log"), clock));
    StaffApi staff = new StaffApi(booth, kiosk, settings.maxEventClients());
    Metrics metrics = new Metrics(booth, kiosk, staff.hub());
    HostHealth host = new HostHealth(Path.of("/"), places.disk());
    List<Endpoint> endpoints = new ArrayList<>(new LoginApi(keeper).endpoints());
    endpoints.addAll(staff.endpoints());
    endpoints.addAll(new CommandApi(booth, keeper.audit()).endpoints());
    endpoints.addAll(
        new ServiceApi(booth, kiosk, host, metrics, keeper.audit()).endpoints(staff.hub()));
    endpoints.addAll(more.endpoints());
    endpoints.add(ServiceApi.openApi(() -> endpoints));
    List<WebServer.StaticPages> pages = new ArrayList<>(more.pages());
    pages.add(
        new WebServer.StaticPages(
            "/staff", "/silverpoint/web/staff", new Endpoint.Access.From(Role.ANYONE)));
    List<AutoCloseable> parts = new ArrayList<>(more.parts());
    parts.add(staff);
    parts.add(metrics);
    server = WebServer.start(settings, places.state(), keeper, endpoints, pages, parts);
  }

  /** Port of plain HTTP on the loopback address. */
  public int loopbackPort() {
    return server.loopbackPort();
  }

  /** Port of HTTPS on the network; to be asked only when the network is enabled. */
  public int networkPort() {
    return server.networkPort();
  }

  @Override
  public void close() {
    server.close();
  }
}
