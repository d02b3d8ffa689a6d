package silverpoint.machine.plotter;

import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/**
 * Virtual time that never runs ahead of the wall: a simulated machine draws as slowly as a real
 * one, or a number of times faster. It sleeps in pieces of some milliseconds, since nobody sees
 * more, and costs hardly any processor time; steps are never late. Virtual time stands while the
 * machine rests, and what the wall went on meanwhile is not made up for.
 */
public final class PacedClock implements StepClock {
  private static final long AHEAD_NS = 5_000_000;

  /** A longer delay is a rest; a shorter one, of a busy computer, is caught up with. */
  private static final long REST_NS = 100_000_000;

  private final LongSupplier wallNs;
  private final LongConsumer sleepNs;
  private final double speed;
  private long beganNs;
  private volatile long nowNs;

  /**
   * By the computer's own time.
   *
   * @param speed 1 for real time, 10 for ten times faster
   */
  public PacedClock(double speed) {
    this(speed, System::nanoTime, LockSupport::parkNanos);
  }

  /**
   * @param speed 1 for real time, 10 for ten times faster
   * @param wallNs time of those who watch
   * @param sleepNs lets about so much of that time pass
   */
  PacedClock(double speed, LongSupplier wallNs, LongConsumer sleepNs) {
    if (!(speed > 0 && speed <= 1e6)) {
      throw new IllegalArgumentException("speed must lie in 0..1000000: " + speed);
    }
    this.speed = speed;
    this.wallNs = wallNs;
    this.sleepNs = sleepNs;
    beganNs = wallNs.getAsLong();
  }

  @Override
  public long nowNs() {
    return nowNs;
  }

  /** Called by one thread at a time. */
  @Override
  public void waitUntil(long timeNs) {
    long restedNs = -aheadNs();
    if (restedNs > REST_NS) {
      beganNs += restedNs;
    }
    nowNs = Math.max(nowNs, timeNs);
    long aheadNs = aheadNs();
    while (aheadNs > AHEAD_NS) {
      sleepNs.accept(aheadNs);
      if (Thread.currentThread().isInterrupted()) {
        return;
      }
      aheadNs = aheadNs();
    }
  }

  private long aheadNs() {
    return (long) (nowNs / speed) - (wallNs.getAsLong() - beganNs);
  }
}
