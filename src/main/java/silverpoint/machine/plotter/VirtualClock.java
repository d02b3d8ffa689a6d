package silverpoint.machine.plotter;

/** Time that passes only by waiting: a simulated machine draws as fast as it is calculated. */
public final class VirtualClock implements StepClock {
  private long nowNs;

  @Override
  public long nowNs() {
    return nowNs;
  }

  @Override
  public void waitUntil(long timeNs) {
    nowNs = Math.max(nowNs, timeNs);
  }
}
