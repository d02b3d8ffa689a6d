package silverpoint.kiosk.history;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What staff are told of the history: why it cannot be written, while that is so; or else for a
 * while what became of a file or a note. The log has all of it.
 */
final class StaffNotice {
  private static final Logger LOG = LoggerFactory.getLogger(StaffNotice.class);

  private final Consumer<Optional<String>> staff;
  private final LongSupplier nowMs;
  private final long lastsMs;
  private Optional<String> failing = Optional.empty();
  private Optional<String> notice = Optional.empty();
  private Optional<String> told = Optional.empty();
  private long endsMs;

  /**
   * @param staff told every change; empty when there is nothing to be told any more
   * @param nowMs a time that never jumps
   * @param lastsMs how long a notice stands
   */
  StaffNotice(Consumer<Optional<String>> staff, LongSupplier nowMs, long lastsMs) {
    this.staff = staff;
    this.nowMs = nowMs;
    this.lastsMs = lastsMs;
  }

  /** Why nothing can be written; empty when it can. Ends notices whose time is over. */
  synchronized void failing(Optional<String> why) {
    if (!failing.equals(why)) {
      why.ifPresent(LOG::warn);
    }
    failing = why;
    tell();
  }

  /** Something happened. */
  synchronized void happened(String what) {
    LOG.warn(what);
    notice = Optional.of(what);
    endsMs = nowMs.getAsLong() + lastsMs;
    tell();
  }

  private void tell() {
    notice = notice.filter(_ -> nowMs.getAsLong() < endsMs);
    Optional<String> now = failing.or(() -> notice);
    if (now.equals(told)) {
      return;
    }
    try {
      staff.accept(now);
      told = now;
    } catch (RuntimeException | Error e) {
      LOG.warn("nobody could be told of the history", e);
    }
  }
}
