package silverpoint.kiosk.camera;

import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/** Waits for moments of a clock that runs in real time, ns. */
public record RealTimeWait(LongSupplier clockNs) {
  /** Returns at {@code dueNs}, or at once when that has passed, or when {@code over} turns true. */
  public void until(long dueNs, BooleanSupplier over) {
    long leftNs = dueNs - clockNs.getAsLong();
    while (leftNs > 0 && !over.getAsBoolean()) {
      LockSupport.parkNanos(Math.min(leftNs, 50_000_000));
      leftNs = dueNs - clockNs.getAsLong();
    }
  }
}
