package silverpoint.lab.loadgen;

import java.util.concurrent.locks.LockSupport;

/** Seam: the time of a load, ns from any origin. */
public interface LoadClock {
  long nowNs();

  /** Returns at that time or later, at once when it has passed. */
  void waitUntilNs(long timeNs);

  /** The machine's clock; the last part of a wait is spun, so that it does not oversleep. */
  static LoadClock system() {
    return new LoadClock() {
      private static final long SPIN_NS = 200_000;

      @Override
      public long nowNs() {
        return System.nanoTime();
      }

      @Override
      public void waitUntilNs(long timeNs) {
        for (long leftNs = timeNs - nowNs(); leftNs > 0; leftNs = timeNs - nowNs()) {
          if (leftNs > SPIN_NS) {
            LockSupport.parkNanos(leftNs - SPIN_NS);
          } else {
            Thread.onSpinWait();
          }
        }
      }
    };
  }
}
