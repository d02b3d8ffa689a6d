package silverpoint.kiosk.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.nio.channels.Channels;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;

/**
 * Listens on the loopback address from the first moment on and answers that the kiosk starts, while
 * models load; then hands its socket over to the {@link WebServer}, so that at no moment nobody
 * listens. It knows no kiosk, so that every request is answered in one of four ways.
 */
public final class StartingServer implements AutoCloseable {
  private static final int HEAD_BYTES = 8 * 1024;
  private static final int MOST_PEERS = 64;
  private static final int REQUEST_MS = 2_000;
  private static final Set<String> PAGES =
      Set.of("/", "/booth", WebServer.BOOTH, "/staff", WebServer.STAFF);
  private static final String HTML = "text/html; charset=utf-8";

  /** The page has its style inside, and nothing else. */
  private static final String PAGE_POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none';"
          + " frame-ancestors 'none'";

  private static final Endpoint.Content ALIVE =
      new ServiceState.Alive(true, Optional.empty()).answer();
  private static final Endpoint.Content NOT_READY =
      new ServiceState.Ready(false, List.of("STARTING")).answer();

  private final ServerSocketChannel channel;
  private final Selector selector;
  private final HostNames hostNames;
  private final byte[] page;
  private final Semaphore peers = new Semaphore(MOST_PEERS);
  private final Thread thread;
  private volatile boolean answers = true;

  private StartingServer(WebSettings settings) throws IOException {
    hostNames = new HostNames(settings.hostNames());
    try (InputStream text = StartingServer.class.getResourceAsStream("starting.html")) {
      page = Objects.requireNonNull(text).readAllBytes();
    }
    channel = ServerSocketChannel.open();
    try {
      channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
      channel.bind(
          new InetSocketAddress(Listeners.LOOPBACK, settings.loopbackPort()),
          Listeners.ACCEPT_QUEUE);
      channel.configureBlocking(false);
      selector = Selector.open();
      channel.register(selector, SelectionKey.OP_ACCEPT);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
    thread = Thread.ofPlatform().daemon().name("silverpoint-starting").start(this::accept);
  }

  /** Listens at once. */
  public static StartingServer open(WebSettings settings) {
    try {
      return new StartingServer(settings);
    } catch (IOException e) {
      throw new WebException(
          "the web server cannot listen on port "
              + settings.loopbackPort()
              + "; another program may: "
              + e.getMessage(),
          e);
    }
  }

  /** Where it listens. */
  public int port() {
    return channel.socket().getLocalPort();
  }

  private void accept() {
    try {
      while (answers) {
        selector.select();
        selector.selectedKeys().clear();
        SocketChannel peer = answers ? channel.accept() : null;
        while (peer != null) {
          SocketChannel next = peer;
          Thread.ofVirtual().start(() -> serve(next));
          peer = channel.accept();
        }
      }
    } catch (IOException | ClosedSelectorException _) {
      // it was closed; whoever asks is refused
    }
  }

  private void serve(SocketChannel peer) {
    boolean admitted = peers.tryAcquire();
    try (peer) {
      if (admitted) {
        peer.configureBlocking(true);
        Socket socket = peer.socket();
        socket.setSoTimeout(REQUEST_MS);
        head(socket.getInputStream())
            .ifPresent(head ->
                write(
                    answer(head),
                    !head.getFirst().startsWith("HEAD "),
                    Channels.newOutputStream(peer)));
      }
    } catch (IOException | UncheckedIOException _) {
      // the peer has gone
    } finally {
      if (admitted) {
        peers.release();
      }
    }
  }

  /** The lines of a request before its body; empty where they do not come in time. */
  private static Optional<List<String>> head(InputStream in) throws IOException {
    long endNs = System.nanoTime() + REQUEST_MS * 1_000_000L;
    byte[] head = new byte[HEAD_BYTES];
    int length = 0;
    while (length < HEAD_BYTES && System.nanoTime() - endNs < 0) {
      int more = in.read(head, length, HEAD_BYTES - length);
      if (more < 0) {
        return Optional.empty();
      }
      length += more;
      String text = new String(head, 0, length, StandardCharsets.ISO_8859_1);
      if (text.contains("\r\n\r\n")) {
        return Optional.of(text.substring(0, text.indexOf("\r\n\r\n")).lines().toList());
      }
    }
    return Optional.empty();
  }

  private Endpoint.Content answer(List<String> head) {
    List<String> hosts =
        head.stream()
            .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("host:"))
            .map(line -> line.substring("host:".length()).strip())
            .toList();
    if (!hostNames.isOurs(hosts, Listeners.LOOPBACK, true)) {
      return refused(421, "the kiosk does not answer to this host name");
    }
    String[] request = head.getFirst().split(" ", 3);
    String path = request.length > 1 ? request[1] : "";
    if (!request[0].equals("GET") && !request[0].equals("HEAD")) {
      return refused(503, "the kiosk is starting");
    }
    return switch (path) {
      case "/healthz" -> ALIVE;
      case "/readyz" -> NOT_READY;
      default ->
          PAGES.contains(path)
              ? new Endpoint.Content(503, HTML, page, Optional.empty())
              : refused(503, "the kiosk is starting");
    };
  }

  private static Endpoint.Content refused(int status, String reason) {
    return new Endpoint.Content(
        status,
        RequestRefused.PROBLEM,
        Json.bytes(RequestRefused.Body.of(status, reason)),
        Optional.empty());
  }

  private static void write(Endpoint.Content content, boolean withBody, OutputStream out) {
    Map<String, String> headers = new LinkedHashMap<>(SecurityHeaders.ALL);
    headers.put("Content-Type", content.contentType());
    headers.put("Content-Length", Integer.toString(content.bytes().length));
    headers.put("Connection", "close");
    if (content.contentType().equals(HTML)) {
      headers.put("Content-Security-Policy", PAGE_POLICY);
    }
    if (content.status() == 503) {
      headers.put("Retry-After", "1");
    }
    StringBuilder head = new StringBuilder("HTTP/1.1 " + content.status() + " \r\n");
    headers.forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
    try {
      out.write(bytes(head + "\r\n"));
      if (withBody) {
        out.write(content.bytes());
      }
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Answers nobody any more; who comes now waits for the one that takes the socket. */
  ServerSocketChannel handOver() {
    end();
    try {
      channel.configureBlocking(true);
      return channel;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void end() {
    answers = false;
    selector.wakeup();
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    try {
      // also takes the channel out of it, which may block then
      selector.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Closes the socket, whoever has it. */
  @Override
  public void close() {
    end();
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
