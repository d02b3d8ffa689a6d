package silverpoint.machine.plotter;

import java.util.concurrent.locks.LockSupport;

/**
 * The machine's clock. It sleeps until shortly before the wanted time and spins over the rest: a
 * thread that only spins would be stopped for 50 ms of every second under SCHED_FIFO
 * (sched_rt_runtime_us), and one that only sleeps wakes up too late.
 */
public final class SpinningClock implements StepClock {
  private static final long SPIN_NS = 150_000;

  @Override
  public long nowNs() {
    return System.nanoTime();
  }

  @Override
  public void waitUntil(long timeNs) {
    long leftNs = timeNs - System.nanoTime();
    while (leftNs > 0) {
      if (leftNs > SPIN_NS) {
        LockSupport.parkNanos(leftNs - SPIN_NS);
      } else {
        Thread.onSpinWait();
      }
      leftNs = timeNs - System.nanoTime();
    }
  }
}
