package silverpoint.kiosk.systemd;

import java.util.Map;
import java.util.Optional;

/**
 * Tells systemd how the kiosk does, by the protocol of sd_notify(3). The watchdog is fed by the
 * turns of the booth's loop and by nothing else: a booth that hangs is started again. Where no
 * service manager asks, nothing happens.
 */
public final class ServiceNotices implements AutoCloseable {
  private static final long NEVER_MS = Long.MIN_VALUE / 2;

  private final Optional<NotifySocket> socket;
  private final long feedEveryMs;
  private long fedMs = NEVER_MS;
  private String said = "";

  private ServiceNotices(Optional<NotifySocket> socket, long feedEveryMs) {
    this.socket = socket;
    this.feedEveryMs = feedEveryMs;
  }

  /**
   * As the variables of the environment say.
   *
   * @param ownPid of this process
   */
  public static ServiceNotices of(Map<String, String> environment, long ownPid) {
    Optional<NotifySocket> socket =
        Optional.ofNullable(environment.get("NOTIFY_SOCKET"))
            .filter(NotifySocket::isAddress)
            .map(NotifySocket::new);
    return new ServiceNotices(socket, feedEveryMs(environment, ownPid));
  }

  /**
   * A quarter of the time that the watchdog waits: the loop turns once a second at least, so that
   * less than half of that time passes between two notices.
   */
  private static long feedEveryMs(Map<String, String> environment, long ownPid) {
    String us = environment.getOrDefault("WATCHDOG_USEC", "");
    String pid = environment.getOrDefault("WATCHDOG_PID", Long.toString(ownPid));
    return us.matches("[1-9][0-9]{0,17}") && pid.equals(Long.toString(ownPid))
        ? Math.max(1, Long.parseLong(us) / 4_000)
        : Long.MAX_VALUE;
  }

  /** Guests can be served. */
  public void ready() {
    send("READY=1");
  }

  /**
   * What goes on; said when it changes.
   *
   * @param words one line
   */
  public synchronized void status(String words) {
    if (!words.equals(said)) {
      said = words;
      send("STATUS=" + words);
    }
  }

  /** The kiosk ends, since it was told to. */
  public void stopping() {
    send("STOPPING=1");
  }

  /**
   * A turn of the booth's loop has gone well; on the loop's thread.
   *
   * @param nowMs the booth's time
   */
  public void turned(long nowMs) {
    if (feedEveryMs < Long.MAX_VALUE && nowMs - fedMs >= feedEveryMs) {
      fedMs = nowMs;
      send("WATCHDOG=1");
    }
  }

  private void send(String text) {
    socket.ifPresent(open -> open.send(text));
  }

  @Override
  public void close() {
    socket.ifPresent(NotifySocket::close);
  }
}
