package silverpoint.kiosk.app;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import silverpoint.kiosk.camera.RealTimeWait;

/**
 * What one kiosk leaves to the next: whoever is told to end may take some seconds to bring the
 * stylus to rest, and the next one waits for that, up to a limit.
 */
public final class Handover {
  /** More than a kiosk takes to end. */
  static final int LIMIT_S = 20;

  private final RealTimeWait pace;
  private final BooleanSupplier ended;
  private final Consumer<String> notices;

  /**
   * @param clockNs a clock that runs in real time
   * @param ended whether nobody wants to wait any more
   * @param notices told what is waited for
   */
  public Handover(LongSupplier clockNs, BooleanSupplier ended, Consumer<String> notices) {
    pace = new RealTimeWait(clockNs);
    this.ended = ended;
    this.notices = notices;
  }

  /**
   * Waits until something is free.
   *
   * @param what such as "port 8080"
   * @return whether it is
   */
  boolean await(String what, BooleanSupplier free) {
    if (free.getAsBoolean()) {
      return true;
    }
    notices.accept(
        "another program has " + what + "; waiting up to " + LIMIT_S + " s for it to end");
    boolean[] got = {false};
    pace.until(
        pace.clockNs().getAsLong() + LIMIT_S * 1_000_000_000L,
        () -> {
          got[0] = free.getAsBoolean();
          return got[0] || ended.getAsBoolean();
        });
    return got[0];
  }
}
