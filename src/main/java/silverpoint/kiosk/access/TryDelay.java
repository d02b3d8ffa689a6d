package silverpoint.kiosk.access;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Slows the guessing of PINs: after each wrong try a peer waits twice as long as before, up to a
 * quarter of an hour, and all peers of the network together get few wrong tries a minute. A peer is
 * the address of the connection, or its /64 network with IPv6, whatever the request's headers say.
 */
public final class TryDelay {
  private static final long FIRST_MS = 1_000;
  private static final long LONGEST_MS = 15 * 60_000;
  private static final long FORGET_MS = 60 * 60_000;
  private static final long WINDOW_MS = 60_000;
  private static final int WRONG_IN_WINDOW = 20;
  private static final int MOST_PEERS = 10_000;

  private final LongSupplier nowMs;
  private final Map<String, Wrong> wrongByPeer =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Wrong> eldest) {
          return size() > MOST_PEERS;
        }
      };
  private final Deque<Long> wrongFromNetworkMs = new ArrayDeque<>();

  private record Wrong(int tries, long lastMs) {}

  /**
   * @param nowMs a time that never jumps
   */
  public TryDelay(LongSupplier nowMs) {
    this.nowMs = nowMs;
  }

  /** How long a peer must wait before its next try; zero when it may try at once. */
  public synchronized Duration before(InetAddress peer) {
    long now = nowMs.getAsLong();
    Wrong wrong = wrongByPeer.get(keyOf(peer));
    long ownMs = wrong == null ? 0 : wrong.lastMs() + delayAfterMs(wrong.tries()) - now;
    long sharedMs = peer.isLoopbackAddress() ? 0 : waitOfTheNetworkMs(now);
    return Duration.ofMillis(Math.max(0, Math.max(ownMs, sharedMs)));
  }

  /**
   * Counts a try before its outcome is known, so that tries side by side gain nothing; a right PIN
   * takes it back by {@link #forgive}.
   */
  public synchronized void count(InetAddress peer) {
    long now = nowMs.getAsLong();
    wrongByPeer.compute(
        keyOf(peer),
        (_, before) ->
            before == null || before.lastMs() + FORGET_MS < now
                ? new Wrong(1, now)
                : new Wrong(before.tries() + 1, now));
    if (!peer.isLoopbackAddress()) {
      wrongFromNetworkMs.addLast(now);
    }
  }

  /** The peer knew a PIN: its wrong tries are forgotten. */
  public synchronized void forgive(InetAddress peer) {
    wrongByPeer.remove(keyOf(peer));
    if (!peer.isLoopbackAddress()) {
      wrongFromNetworkMs.pollLast();
    }
  }

  private static long delayAfterMs(int tries) {
    return Math.min(FIRST_MS << Math.min(tries - 1, 20), LONGEST_MS);
  }

  private long waitOfTheNetworkMs(long now) {
    while (!wrongFromNetworkMs.isEmpty() && wrongFromNetworkMs.peekFirst() + WINDOW_MS <= now) {
      wrongFromNetworkMs.pollFirst();
    }
    return wrongFromNetworkMs.size() < WRONG_IN_WINDOW
        ? 0
        : wrongFromNetworkMs.peekFirst() + WINDOW_MS - now;
  }

  private static String keyOf(InetAddress peer) {
    byte[] bytes = peer.getAddress();
    return HexFormat.of().formatHex(peer instanceof Inet6Address ? Arrays.copyOf(bytes, 8) : bytes);
  }
}
