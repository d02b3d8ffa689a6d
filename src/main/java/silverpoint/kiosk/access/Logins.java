package silverpoint.kiosk.access;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/**
 * Logins in memory, under digests of their cookies. A login lapses when nobody used it for a while,
 * and then serves for nothing but the emergency stop; it ends after a fixed time in any case.
 */
public final class Logins {
  private static final int MOST = 64;

  private final long idleMs;
  private final long longestMs;
  private final LongSupplier nowMs;
  private final RandomGenerator chance;
  private final Map<String, Entry> entries = new HashMap<>();

  private record Entry(Login login, long usedMs) {}

  /** A login and the cookie value that proves it. */
  public record Opened(String cookie, Login login) {}

  /**
   * @param idle without use for so long a login lapses
   * @param longest a login ends after that
   * @param nowMs a time that never jumps
   */
  public Logins(Duration idle, Duration longest, LongSupplier nowMs, RandomGenerator chance) {
    idleMs = idle.toMillis();
    longestMs = longest.toMillis();
    this.nowMs = nowMs;
    this.chance = chance;
  }

  /**
   * Opens a login; when there are too many, the one unused for longest ends.
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
    Login login =
        new Login(
            Token.digest(cookie).substring(0, 6),
            role,
            pinStamp,
            Token.random(chance),
            now + longestMs);
    entries.put(Token.digest(cookie), new Entry(login, now));
    return new Opened(cookie, login);
  }

  /** The live login of a cookie; looking does not keep it alive. */
  public synchronized Optional<Login> find(String cookie) {
    return findUnended(cookie).filter(entry -> !isLapsed(entry)).map(Entry::login);
  }

  /** Whether a cookie is of a login that has not ended, lapsed or not. */
  public synchronized boolean isKnown(String cookie) {
    return findUnended(cookie).isPresent();
  }

  /** Notes that a person used the login. */
  public synchronized void touch(String cookie) {
    find(cookie)
        .ifPresent(login -> entries.put(Token.digest(cookie), new Entry(login, nowMs.getAsLong())));
  }

  /** How long a login lasts at most from now on. */
  public Duration left(Login login) {
    return Duration.ofMillis(Math.max(0, login.endsMs() - nowMs.getAsLong()));
  }

  public synchronized void close(String cookie) {
    entries.remove(Token.digest(cookie));
  }

  /** Ends every login of a role. */
  public synchronized void closeAll(Role role) {
    entries.values().removeIf(entry -> entry.login().role() == role);
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
    return nowMs.getAsLong() >= entry.login().endsMs();
  }

  private void removeEnded() {
    entries.values().removeIf(this::isEnded);
  }
}
