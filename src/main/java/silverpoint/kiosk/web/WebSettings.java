package silverpoint.kiosk.web;

import java.util.List;
import java.util.regex.Pattern;

/**
 * How the web server is reached and guarded.
 *
 * @param loopbackPort port of plain HTTP on 127.0.0.1, for the kiosk's own screen; 0 takes any free
 *     one
 * @param network the second listener, for staff on the network
 * @param hostNames names under which browsers may ask for the kiosk, besides its addresses
 * @param sessionIdleMin minutes after which an unused login lapses
 * @param sessionHours hours after which any login ends
 * @param maxEventClients pages that may follow the booth at a time
 */
public record WebSettings(
    int loopbackPort,
    Network network,
    List<String> hostNames,
    int sessionIdleMin,
    int sessionHours,
    int maxEventClients) {
  private static final Pattern HOST = Pattern.compile("[a-z0-9]([a-z0-9.-]*[a-z0-9])?");

  public WebSettings {
    hostNames = List.copyOf(hostNames);
    checkPort("loopbackPort", loopbackPort);
    for (String name : hostNames) {
      if (!HOST.matcher(name).matches()) {
        throw new IllegalArgumentException("hostNames holds '" + name + "', not a host name");
      }
    }
    if (sessionIdleMin < 1 || sessionIdleMin > 8 * 60) {
      throw new IllegalArgumentException("sessionIdleMin must be 1 to 480, not " + sessionIdleMin);
    }
    if (sessionHours < 1 || sessionHours > 24) {
      throw new IllegalArgumentException("sessionHours must be 1 to 24, not " + sessionHours);
    }
    if (maxEventClients < 1 || maxEventClients > 10_000) {
      throw new IllegalArgumentException(
          "maxEventClients must be 1 to 10000, not " + maxEventClients);
    }
  }

  /**
   * The listener on the network: TLS only, and only when a staff PIN is set.
   *
   * @param enabled whether the kiosk listens on the network at all
   * @param address the address to listen on; 0.0.0.0 is all of IPv4
   * @param port port of HTTPS; 0 takes any free one
   * @param keyStore PKCS #12 file with the key and certificate, below the kiosk's state folder
   * @param keyStorePasswordFile file whose first line opens the key store
   */
  public record Network(
      boolean enabled, String address, int port, String keyStore, String keyStorePasswordFile) {
    public Network {
      checkPort("network.port", port);
    }
  }

  private static void checkPort(String key, int port) {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException(key + " must be 0 to 65535, not " + port);
    }
  }

  /** The same at another port of the loopback address. */
  public WebSettings at(int port) {
    return new WebSettings(port, network, hostNames, sessionIdleMin, sessionHours, maxEventClients);
  }
}
