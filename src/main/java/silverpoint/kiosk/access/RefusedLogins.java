package silverpoint.kiosk.access;

import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Sums up refused logins for the audit log, at most a line an hour: whoever reaches the page may
 * try, and a line for each would push what others did out of the log.
 */
public final class RefusedLogins {
  private static final long HOUR_MS = 3_600_000;

  private final LongSupplier nowMs;
  private int untold;
  private long toldMs;
  private boolean told;

  /**
   * @param nowMs a time that never jumps
   */
  public RefusedLogins(LongSupplier nowMs) {
    this.nowMs = nowMs;
  }

  /** Counts one; what is to be noted, if it is time. */
  public synchronized Optional<String> another() {
    untold++;
    return told && nowMs.getAsLong() - toldMs < HOUR_MS ? Optional.empty() : rest();
  }

  /** What was not noted yet, before somebody is let in. */
  public synchronized Optional<String> rest() {
    if (untold == 0) {
      return Optional.empty();
    }
    String words = untold == 1 ? "login refused" : "login refused " + untold + " times";
    untold = 0;
    told = true;
    toldMs = nowMs.getAsLong();
    return Optional.of(words);
  }
}
