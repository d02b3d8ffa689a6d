package silverpoint.kiosk.access;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/**
 * Logins in memory, under digests of their cookies. A session lapses when nobody used it for a
 * while, and then serves for nothing but the emergency stop; it ends after a fixed time in any
 * case.
 */
public final class Sessions {
  private static final int MOST = 64;

  private final long idleMs;
  private final long longestMs;
  private final LongSupplier nowMs;
  private final RandomGenerator chance;
  private final Map<String, Entry> entries = new HashMap<>();

  private record Entry(Session session, long usedMs) {}

  /** A session and the cookie value that proves it. */
  public record Opened(String cookie, Session session) {}

  /**
   * @param idle without use for so long a session lapses
   * @param longest a session ends after that
   * @param nowMs a time that never jumps
   */
  public Sessions(Duration idle, Duration longest, LongSupplier nowMs, RandomGenerator chance) {
    idleMs = idle.toMillis();
    longestMs = longest.toMillis();
    this.nowMs = nowMs;
    this.chance = chance;
  }

  /**
   * Opens a session; when there are too many, the one unused for longest ends.
   *
   * @param pinStamp of the PIN that opens it
   */
  public synchronized Opened open(Role role, String pinStamp) {
    removeEnded();
    if (entries.size() >= MOST) {
      entries.entrySet().stream()
          .min(Comparator.comparingLong(entry -> entry.getValue().usedMs()))
          .map(Map.Entry::getKey)
          .ifPresent(entries::remove);
    }
    String cookie = Token.random(chance);
    long now = nowMs.getAsLong();
    Session session =
        new Session(
            Token.digest(cookie).substring(0, 6),
            role,
            pinStamp,
            Token.random(chance),
            now + longestMs);
    entries.put(Token.digest(cookie), new Entry(session, now));
    return new Opened(cookie, session);
  }

  /** The live session of a cookie; looking does not keep it alive. */
  public synchronized Optional<Session> find(String cookie) {
    return findUnended(cookie).filter(entry -> !isLapsed(entry)).map(Entry::session);
  }

  /** Whether a cookie is of a session that has not ended, lapsed or not. */
  public synchronized boolean isKnown(String cookie) {
    return findUnended(cookie).isPresent();
  }

  /** Notes that a person used the session. */
  public synchronized void touch(String cookie) {
    find(cookie)
        .ifPresent(
            session -> entries.put(Token.digest(cookie), new Entry(session, nowMs.getAsLong())));
  }

  /** How long a session lasts at most from now on. */
  public Duration left(Session session) {
    return Duration.ofMillis(Math.max(0, session.endsMs() - nowMs.getAsLong()));
  }

  public synchronized void close(String cookie) {
    entries.remove(Token.digest(cookie));
  }

  /** Ends every session of a role. */
  public synchronized void closeAll(Role role) {
    entries.values().removeIf(entry -> entry.session().role() == role);
  }

  /** Live sessions. */
  public synchronized int count() {
    removeEnded();
    return (int) entries.values().stream().filter(entry -> !isLapsed(entry)).count();
  }

  private Optional<Entry> findUnended(String cookie) {
    return Optional.ofNullable(entries.get(Token.digest(cookie))).filter(entry -> !isEnded(entry));
  }

  private boolean isLapsed(Entry entry) {
    return nowMs.getAsLong() >= entry.usedMs() + idleMs;
  }

  private boolean isEnded(Entry entry) {
    return nowMs.getAsLong() >= entry.session().endsMs();
  }

  private void removeEnded() {
    entries.values().removeIf(this::isEnded);
  }
}
