package silverpoint.kiosk.app;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import silverpoint.kiosk.web.WebSettings;

/** The ports that the web server is going to listen on. */
public final class Ports {
  private static final String LOOPBACK = "127.0.0.1";

  private Ports() {}

  /** Fails when another program keeps one of them. */
  public static void await(WebSettings settings, Handover handover) {
    await(LOOPBACK, settings.loopbackPort(), "another with --port", handover);
    WebSettings.Network network = settings.network();
    if (network.enabled()) {
      await(network.address(), network.port(), "another in web.yaml", handover);
    }
  }

  private static void await(String address, int port, String choice, Handover handover) {
    String name = "port " + port;
    if (!handover.await(name, () -> isFree(address, port))) {
      throw new InUseException(
          name + ": another program listens on it; end that one, or choose " + choice);
    }
  }

  private static boolean isFree(String address, int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(address, port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
