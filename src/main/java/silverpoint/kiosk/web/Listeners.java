package silverpoint.kiosk.web;

import io.javalin.config.JettyConfig;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/**
 * The two listeners of the server: plain HTTP on the loopback address, and TLS on the network when
 * the settings ask for it. Both are narrow: short headers, no slow requests, few connections a
 * peer.
 */
final class Listeners {
  static final String LOOPBACK = "127.0.0.1";
  private static final int IDLE_MS = 20_000;
  private static final int HEADER_BYTES = 8 * 1024;
  static final int ACCEPT_QUEUE = 128;

  /** Jetty's finer messages quote requests and answers: PINs, keys, logins, pictures. */
  private static final String JETTY = "org.eclipse.jetty";

  /** A logger that nobody holds forgets its level. */
  private static final Logger QUIET = Logger.getLogger(JETTY);

  private final WebSettings settings;
  private final Path stateFolder;
  private final StartingServer starting;

  /**
   * @param starting has the socket of the loopback address until the server starts
   */
  Listeners(WebSettings settings, Path stateFolder, StartingServer starting) {
    this.settings = settings;
    this.stateFolder = stateFolder;
    this.starting = starting;
  }

  /** However much the program is asked to say. */
  private static void quoteNobody() {
    LogManager loggers = LogManager.getLogManager();
    for (String name : Collections.list(loggers.getLoggerNames())) {
      Logger logger = loggers.getLogger(name);
      if (logger != null && name.startsWith(JETTY) && logger.isLoggable(Level.FINE)) {
        logger.setLevel(null);
      }
    }
    if (QUIET.isLoggable(Level.FINE)) {
      QUIET.setLevel(Level.INFO);
    }
  }

  void configure(JettyConfig jetty) {
    quoteNobody();
    jetty.modifyHttpConfiguration(Listeners::narrow);
    jetty.modifyServer(server -> {
      server.setErrorHandler(quietErrors());
      server.setStopTimeout(1_000);
      // the socket is taken over when all else has started, so that nobody waits long
      server.setOpenEarly(false);
    });
    jetty.addConnector((server, http) -> loopback(server, http));
    if (settings.network().enabled()) {
      SslContextFactory.Server tls = tls();
      jetty.addConnector((server, http) -> network(server, http, tls));
    }
  }

  static void narrow(HttpConfiguration http) {
    http.setRequestHeaderSize(HEADER_BYTES);
    http.setSendServerVersion(false);
    http.setSendXPoweredBy(false);
    http.setUriCompliance(UriCompliance.DEFAULT);
  }

  private Connector loopback(Server server, HttpConfiguration http) {
    ServerConnector connector =
        new ServerConnector(server, new HttpConnectionFactory(http)) {
          @Override
          public void open() throws IOException {
            open(starting.handOver());
          }
        };
    return guarded(connector, SlowPeers.forLoopback(connector));
  }

  private Connector network(Server server, HttpConfiguration http, SslContextFactory.Server tls) {
    HttpConfiguration https = new HttpConfiguration(http);
    // the host is checked by HostNames, and browsers send no name when they are given an address
    https.addCustomizer(new SecureRequestCustomizer(false));
    ServerConnector connector =
        new ServerConnector(
            server, new SslConnectionFactory(tls, "http/1.1"), new HttpConnectionFactory(https));
    connector.setHost(settings.network().address());
    connector.setPort(settings.network().port());
    return guarded(connector, SlowPeers.forNetwork(connector));
  }

  static Connector guarded(ServerConnector connector, SlowPeers slowPeers) {
    connector.setIdleTimeout(IDLE_MS);
    connector.setAcceptQueueSize(ACCEPT_QUEUE);
    connector.addBean(slowPeers);
    return connector;
  }

  private SslContextFactory.Server tls() {
    Path store = stateFolder.resolve(settings.network().keyStore());
    Path password = stateFolder.resolve(settings.network().keyStorePasswordFile());
    if (!Files.isReadable(store) || !Files.isReadable(password)) {
      throw new WebException(
          "the network needs a certificate, and "
              + store
              + " or its password file is missing; make one with '"
              + TerminalCommand.with("staff-certificate")
              + "'");
    }
    try {
      SslContextFactory.Server tls = new SslContextFactory.Server();
      tls.setKeyStorePath(store.toAbsolutePath().toString());
      tls.setKeyStorePassword(Files.readAllLines(password).getFirst());
      tls.setIncludeProtocols("TLSv1.3", "TLSv1.2");
      tls.setRenegotiationAllowed(false);
      return tls;
    } catch (IOException e) {
      throw new WebException(password + " cannot be read: " + e.getMessage(), e);
    }
  }

  /** Answers where Jetty does so itself, without a word of the request. */
  static ErrorHandler quietErrors() {
    return new QuietErrors();
  }

  /** What Jetty itself answers before any route is known: a status and nothing of the request. */
  private static final class QuietErrors extends ErrorHandler {
    @Override
    public boolean handle(Request request, Response response, Callback callback) {
      response.getHeaders().put(HttpHeader.CONTENT_TYPE, RequestRefused.PROBLEM);
      SecurityHeaders.ALL.forEach((name, value) -> response.getHeaders().put(name, value));
      Content.Sink.write(response, true, text(response.getStatus()), callback);
      return true;
    }

    @Override
    public ByteBuffer badMessageError(int status, String reason, HttpFields.Mutable fields) {
      fields.put(HttpHeader.CONTENT_TYPE, RequestRefused.PROBLEM);
      SecurityHeaders.ALL.forEach(fields::put);
      return ByteBuffer.wrap(text(status).getBytes(StandardCharsets.UTF_8));
    }

    private static String text(int status) {
      return new String(
          Json.bytes(RequestRefused.Body.of(status, "the request cannot be read")),
          StandardCharsets.UTF_8);
    }
  }
}
