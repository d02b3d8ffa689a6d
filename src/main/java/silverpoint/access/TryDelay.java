package silverpoint.access;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Slows the guessing of PINs: after each wrong try a peer waits twice as long as before, up to a
 * quarter of an hour, and all peers of the network together get few wrong tries a minute. A peer is
 * the address of the connection, or its /64 network with IPv6, whatever the request's headers say.
 */
public final class TryDelay {
  private static final Duration FIRST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofMinutes(15);
  private static final Duration FORGET = Duration.ofHours(1);
  private static final Duration WINDOW = Duration.ofMinutes(1);
  private static final int WRONG_IN_WINDOW = 20;
  private static final int MOST_PEERS = 10_000;

  private final InstantSource clock;
  private final Map<String, Wrong> wrongByPeer =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Wrong> eldest) {
          return size() > MOST_PEERS;
        }
      };
  private final Deque<Instant> wrongFromNetwork = new ArrayDeque<>();

  private record Wrong(int tries, Instant lastAt) {}

  public TryDelay(InstantSource clock) {
    this.clock = clock;
  }

  /** How long a peer must wait before its next try; zero when it may try at once. */
  public synchronized Duration before(InetAddress peer) {
    Instant now = clock.instant();
    Duration own = Duration.ZERO;
    Wrong wrong = wrongByPeer.get(keyOf(peer));
    if (wrong != null) {
      own = Duration.between(now, wrong.lastAt().plus(delayAfter(wrong.tries())));
    }
    Duration shared = peer.isLoopbackAddress() ? Duration.ZERO : waitOfTheNetwork(now);
    Duration longer = own.compareTo(shared) > 0 ? own : shared;
    return longer.isNegative() ? Duration.ZERO : longer;
  }

  /**
   * Counts a try before its outcome is known, so that tries side by side gain nothing; a right PIN
   * takes it back by {@link #forgive}.
   */
  public synchronized void count(InetAddress peer) {
    Instant now = clock.instant();
    wrongByPeer.compute(
        keyOf(peer),
        (_, before) ->
            before == null || before.lastAt().plus(FORGET).isBefore(now)
                ? new Wrong(1, now)
                : new Wrong(before.tries() + 1, now));
    if (!peer.isLoopbackAddress()) {
      wrongFromNetwork.addLast(now);
    }
  }

  /** The peer knew a PIN: its wrong tries are forgotten. */
  public synchronized void forgive(InetAddress peer) {
    wrongByPeer.remove(keyOf(peer));
    if (!peer.isLoopbackAddress()) {
      wrongFromNetwork.pollLast();
    }
  }

  private static Duration delayAfter(int tries) {
    Duration delay = FIRST.multipliedBy(1L << Math.min(tries - 1, 20));
    return delay.compareTo(LONGEST) > 0 ? LONGEST : delay;
  }

  private Duration waitOfTheNetwork(Instant now) {
    while (!wrongFromNetwork.isEmpty() && !wrongFromNetwork.peekFirst().plus(WINDOW).isAfter(now)) {
      wrongFromNetwork.pollFirst();
    }
    return wrongFromNetwork.size() < WRONG_IN_WINDOW
        ? Duration.ZERO
        : Duration.between(now, wrongFromNetwork.peekFirst().plus(WINDOW));
  }

  private static String keyOf(InetAddress peer) {
    byte[] bytes = peer.getAddress();
    return HexFormat.of().formatHex(peer instanceof Inet6Address ? Arrays.copyOf(bytes, 8) : bytes);
  }
}
