package silverpoint.kiosk.web;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.staticfiles.Location;
import io.javalin.util.JavalinException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import silverpoint.kiosk.access.AccessException;
import silverpoint.kiosk.access.Role;
import silverpoint.kiosk.access.SecretFileException;

/**
 * Serves endpoints and static pages behind the gate. It listens on the loopback address, and on the
 * network only when the settings say so, a staff PIN is set and there is a certificate.
 */
public final class WebServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);

  /** Where the guests' screen is. */
  static final String BOOTH = "/booth/";

  /** Where the staff page is. */
  static final String STAFF = "/staff/";

  private final Javalin javalin;
  private final Gate gate;
  private final List<Endpoint> endpoints;
  private final List<AutoCloseable> parts;

  /**
   * A folder of static files on the class path.
   *
   * @param path where it is served, such as /staff
   * @param access who may load it
   */
  public record StaticPages(String path, String resourceFolder, Endpoint.Access access) {}

  /**
   * Starts serving.
   *
   * @param stateFolder where the certificate lies
   * @param starting has listened until now; left open when this server cannot start
   * @param parts closed before the server stops, such as event hubs; left open when it cannot start
   */
  public static WebServer start(
      WebSettings settings,
      StartingServer starting,
      Path stateFolder,
      AccessControl access,
      List<Endpoint> endpoints,
      List<StaticPages> pages,
      List<AutoCloseable> parts) {
    if (settings.network().enabled() && !access.pins().isAnySet()) {
      throw new WebException(
          "the network is for staff with a PIN, and none is set; set one with"
              + (" '" + TerminalCommand.with("staff-pin") + "' or say network.enabled: false"));
    }
    return new WebServer(settings, starting, stateFolder, access, endpoints, pages, parts);
  }

  private WebServer(
      WebSettings settings,
      StartingServer starting,
      Path stateFolder,
      AccessControl access,
      List<Endpoint> endpoints,
      List<StaticPages> pages,
      List<AutoCloseable> parts) {
    this.gate = new Gate(new HostNames(settings.hostNames()), access);
    this.endpoints = List.copyOf(endpoints);
    this.parts = List.copyOf(parts);
    Listeners listeners = new Listeners(settings, stateFolder, starting);
    this.javalin =
        Javalin.create(config -> {
          config.startup.showJavalinBanner = false;
          config.startup.showOldJavalinVersionWarning = false;
          config.startup.startupWatcherEnabled = false;
          config.concurrency.useVirtualThreads = true;
          config.http.generateEtags = false;
          listeners.configure(config.jetty);
          pages.forEach(page -> addPages(config, page));
          addRoutes(config.routes);
        });
    try {
      javalin.start();
    } catch (RuntimeException e) {
      stop();
      throw new WebException(
          "the web server cannot listen"
              + (settings.network().enabled()
                  ? " on port " + settings.network().port() + "; another program may"
                  : "")
              + ": "
              + rootOf(e).getMessage(),
          e);
    }
  }

  /** Port of plain HTTP on the loopback address. */
  public int loopbackPort() {
    return connectorPort(0);
  }

  /** Port of HTTPS on the network; to be asked only when the network is enabled. */
  public int networkPort() {
    return connectorPort(1);
  }

  @Override
  public void close() {
    close(parts);
    stop();
  }

  /** Closes parts, whatever one of them does. */
  public static void close(List<AutoCloseable> parts) {
    for (AutoCloseable part : parts) {
      try {
        part.close();
      } catch (Exception e) {
        LOG.warn("a part of the web server did not close", e);
      }
    }
  }

  private void stop() {
    try {
      javalin.stop();
    } catch (JavalinException e) {
      LOG.warn("the web server did not stop in time", e);
    }
  }

  private int connectorPort(int index) {
    Server server = javalin.jettyServer().server();
    return ((ServerConnector) server.getConnectors()[index]).getLocalPort();
  }

  private static void addPages(JavalinConfig config, StaticPages pages) {
    config.staticFiles.add(files -> {
      files.hostedPath = pages.path();
      files.directory = pages.resourceFolder();
      files.location = Location.CLASSPATH;
      files.roles = Set.of(new Gate.Needs(pages.access()));
      files.headers = Map.of("Cache-Control", "no-cache");
    });
  }

  private void addRoutes(RoutesConfig routes) {
    routes.before(gate::enter);
    routes.beforeMatched(gate::admit);
    Gate.Needs nothing = new Gate.Needs(new Endpoint.Access.From(Role.ANYONE));
    routes.get("/", this::lead, nothing);
    routes.head("/", this::lead, nothing);
    for (Endpoint endpoint : endpoints) {
      Gate.Needs needs = new Gate.Needs(endpoint.access());
      switch (endpoint.method()) {
        case GET -> routes.get(endpoint.path(), context -> answer(endpoint, context), needs);
        case POST -> routes.post(endpoint.path(), context -> answer(endpoint, context), needs);
      }
    }
    routes.exception(RequestRefused.class, WebServer::refuse);
    routes.exception(
        AccessException.class,
        (e, context) -> refuse(new RequestRefused(400, String.valueOf(e.getMessage())), context));
    routes.exception(
        SecretFileException.class,
        (e, context) -> {
          LOG.error("{}", e.getMessage());
          refuse(
              new RequestRefused(500, "the kiosk cannot read its secrets; its log says more"),
              context);
        });
    routes.exception(HttpResponseException.class, (e, context) -> noRoute(e.getStatus(), context));
    routes.exception(
        Exception.class,
        (e, context) -> {
          LOG.error("{} {} failed", context.method(), context.endpoint().path, e);
          refuse(new RequestRefused(500, "this is our bug; the log says more"), context);
        });
  }

  /**
   * The bare address, as somebody types it: guests' screen on the kiosk, staff's page elsewhere.
   */
  private void lead(Context context) {
    context.redirect(Gate.isOwnScreen(context) ? BOOTH : STAFF);
    context.result("");
  }

  private void answer(Endpoint endpoint, Context context) throws Exception {
    switch (endpoint.handler().handle(new Call(context, gate))) {
      case Endpoint.Done done -> {
        if (done == Endpoint.Done.NO_CONTENT) {
          context.status(204);
        }
      }
      case Endpoint.Content content -> {
        context.status(content.status()).contentType(content.contentType()).result(content.bytes());
        content
            .fileName()
            .ifPresent(name ->
                context.header("Content-Disposition", "attachment; filename=\"" + name + "\""));
      }
      case Object value -> context.contentType("application/json").result(Json.bytes(value));
    }
  }

  private void noRoute(int status, Context context) {
    try {
      if (status == 404 || status == 405) {
        gate.unknown(context);
      }
      refuse(new RequestRefused(status, "the request cannot be served"), context);
    } catch (RequestRefused refusal) {
      refuse(refusal, context);
    }
  }

  private static void refuse(RequestRefused refusal, Context context) {
    if (refusal.retryAfterS() > 0) {
      context.header("Retry-After", Long.toString(refusal.retryAfterS()));
    }
    context
        .status(refusal.status())
        .contentType(RequestRefused.PROBLEM)
        .result(Json.bytes(refusal.body()));
  }

  private static Throwable rootOf(Throwable e) {
    return e.getCause() == null || e.getCause() == e ? e : rootOf(e.getCause());
  }
}
