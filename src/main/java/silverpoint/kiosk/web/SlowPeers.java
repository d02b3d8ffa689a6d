package silverpoint.kiosk.web;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.Connector;

/**
 * Ends connections that do not bring a whole request in time, however steadily they drip, and those
 * of a peer that holds too many.
 */
final class SlowPeers implements Connection.Listener {
  private static final long FIRST_REQUEST_S = 10;
  private static final int MOST_OF_A_PEER = 24;
  private static final int MOST_OF_LOOPBACK = 2_000;
  private static final int MOST = 2_000;

  private final Connector connector;
  private final int mostOfAPeer;
  private final Map<String, Integer> openByPeer = new ConcurrentHashMap<>();

  /** A closed connection has forgotten its peer. */
  private final Map<Connection, String> peerOf = new ConcurrentHashMap<>();

  private SlowPeers(Connector connector, int mostOfAPeer) {
    this.connector = connector;
    this.mostOfAPeer = mostOfAPeer;
  }

  static SlowPeers forLoopback(Connector connector) {
    return new SlowPeers(connector, MOST_OF_LOOPBACK);
  }

  static SlowPeers forNetwork(Connector connector) {
    return new SlowPeers(connector, MOST_OF_A_PEER);
  }

  @Override
  public void onOpened(Connection connection) {
    String peer = peer(connection);
    peerOf.put(connection, peer);
    int ofPeer = openByPeer.merge(peer, 1, Integer::sum);
    if (peerOf.size() > MOST || ofPeer > mostOfAPeer) {
      connection.getEndPoint().close();
      return;
    }
    connector
        .getScheduler()
        .schedule(
            () -> {
              if (connection.getMessagesIn() == 0) {
                connection.getEndPoint().close();
              }
            },
            FIRST_REQUEST_S,
            TimeUnit.SECONDS);
  }

  @Override
  public void onClosed(Connection connection) {
    String peer = peerOf.remove(connection);
    if (peer != null) {
      openByPeer.computeIfPresent(peer, (_, count) -> count <= 1 ? null : count - 1);
    }
  }

  private static String peer(Connection connection) {
    SocketAddress address = connection.getEndPoint().getRemoteSocketAddress();
    return address instanceof InetSocketAddress inet
        ? inet.getAddress().getHostAddress()
        : String.valueOf(address);
  }
}
