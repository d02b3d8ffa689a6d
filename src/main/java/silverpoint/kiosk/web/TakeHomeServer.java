package silverpoint.kiosk.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import silverpoint.kiosk.takehome.TakeHomeAddress;
import silverpoint.kiosk.takehome.TakeHomeSettings;

/**
 * Serves the page that shows a line to phones in the organiser's own network, by plain HTTP: {@code
 * GET /} and nothing else. The line is in the part of the link that phones keep to themselves, so
 * that this server knows nobody, sets no cookie and has no way to the kiosk. An address that is not
 * there yet, such as that of a network that comes up late, is tried again; the booth goes on.
 */
public final class TakeHomeServer implements AutoCloseable {
  private static final int RETRY_S = 10;
  private static final int MOST_THREADS = 8;
  private static final String PAGE = "line.html";

  /** The page has its script and style inside, and shows and saves pictures of its own. */
  private static final String POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src blob:"
          + " data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private static final Map<String, String> HEADERS = headers();

  private final TakeHomeSettings.Page settings;
  private final HostNames hostNames;
  private final Consumer<String> notices;
  private final byte[] page;
  private final ScheduledExecutorService retries =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("silverpoint-take-home").factory());
  private Optional<Server> server = Optional.empty();
  private boolean complained;
  private boolean closed;

  /**
   * Begins to listen, at once or as soon as that is possible.
   *
   * @param hostNames by which browsers may ask, besides the address and the name of the settings
   * @param notices told where it listens, or why it does not
   */
  public TakeHomeServer(
      TakeHomeSettings.Page settings, List<String> hostNames, Consumer<String> notices) {
    this.settings = settings;
    this.notices = notices;
    this.hostNames =
        new HostNames(
            settings.phonesAsk().isEmpty()
                ? hostNames
                : Stream.concat(hostNames.stream(), Stream.of(settings.phonesAsk())).toList());
    try (InputStream text = TakeHomeServer.class.getResourceAsStream(PAGE)) {
      page = Objects.requireNonNull(text, PAGE).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    attempt();
    retries.scheduleWithFixedDelay(this::attempt, RETRY_S, RETRY_S, TimeUnit.SECONDS);
  }

  private static Map<String, String> headers() {
    Map<String, String> headers = new HashMap<>(SecurityHeaders.ALL);
    headers.put("Content-Security-Policy", POLICY);
    return Map.copyOf(headers);
  }

  /** Listens if it does not yet and can. */
  synchronized void attempt() {
    if (closed || server.isPresent()) {
      return;
    }
    Server next = built();
    try {
      next.start();
      server = Optional.of(next);
      complained = false;
      notices.accept("page for guests' phones: " + address().orElse("no network yet"));
    } catch (Exception e) {
      end(next);
      if (!complained) {
        complained = true;
        notices.accept(
            "the page for guests' phones cannot listen on %s, port %d (%s); look at page in take-home.yaml; it is tried again every %d s"
                .formatted(settings.address(), settings.port(), e.getMessage(), RETRY_S));
      }
    }
  }

  private Server built() {
    QueuedThreadPool threads = new QueuedThreadPool(MOST_THREADS);
    threads.setName("silverpoint-take-home");
    threads.setDaemon(true);
    Server next = new Server(threads);
    HttpConfiguration http = new HttpConfiguration();
    Listeners.narrow(http);
    // one request a connection: whoever wants more begins anew and is counted
    http.setPersistentConnectionsEnabled(false);
    ServerConnector connector = new ServerConnector(next, 1, 1, new HttpConnectionFactory(http));
    connector.setHost(settings.address());
    connector.setPort(settings.port());
    next.addConnector(Listeners.guarded(connector, SlowPeers.forNetwork(connector)));
    next.setErrorHandler(Listeners.quietErrors());
    next.setHandler(new OnePage());
    next.setStopTimeout(1_000);
    return next;
  }

  /** Port on which it listens; 0 while it does not. */
  public synchronized int port() {
    return server.map(open -> ((ServerConnector) open.getConnectors()[0]).getLocalPort()).orElse(0);
  }

  /** The web address for phones; empty while they do not reach it. */
  public Optional<String> address() {
    int port = port();
    return port == 0 ? Optional.empty() : TakeHomeAddress.of(settings, port);
  }

  @Override
  public synchronized void close() {
    closed = true;
    retries.shutdownNow();
    server.ifPresent(TakeHomeServer::end);
    server = Optional.empty();
  }

  private static void end(Server server) {
    try {
      server.stop();
    } catch (Exception e) {
      throw new WebException("the page for guests' phones did not stop: " + e.getMessage(), e);
    }
  }

  /** Answers every request by the page or by a refusal. */
  private final class OnePage extends Handler.Abstract {
    @Override
    public boolean handle(Request request, Response response, Callback callback) {
      HEADERS.forEach((name, value) -> response.getHeaders().put(name, value));
      String method = request.getMethod();
      if (!isOurs(request)) {
        refuse(421, "the kiosk does not answer to this host name", response, callback);
      } else if (!method.equals("GET") && !method.equals("HEAD")) {
        response.getHeaders().put(HttpHeader.ALLOW, "GET, HEAD");
        refuse(405, "there is nothing here but a page to be read", response, callback);
      } else if (!"/".equals(request.getHttpURI().getPath())) {
        refuse(404, "there is nothing here but one page", response, callback);
      } else {
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/html; charset=utf-8");
        answer(200, page, response, callback);
      }
      return true;
    }

    private boolean isOurs(Request request) {
      List<String> hosts =
          request.getHeaders().getFields(HttpHeader.HOST).stream()
              .map(HttpField::getValue)
              .map(Objects::requireNonNull)
              .toList();
      return hostNames.isOurs(hosts, Request.getLocalAddr(request), false);
    }

    private void refuse(int status, String reason, Response response, Callback callback) {
      response.getHeaders().put(HttpHeader.CONTENT_TYPE, RequestRefused.PROBLEM);
      answer(status, Json.bytes(RequestRefused.Body.of(status, reason)), response, callback);
    }

    private void answer(int status, byte[] body, Response response, Callback callback) {
      response.setStatus(status);
      response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
      response.write(true, ByteBuffer.wrap(body), callback);
    }
  }
}
