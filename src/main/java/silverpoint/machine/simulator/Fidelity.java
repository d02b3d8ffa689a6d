package silverpoint.machine.simulator;

import java.util.Arrays;
import silverpoint.foundation.geometry.Point;
import silverpoint.machine.motion.Block;
import silverpoint.machine.motion.MotionPlan;
import silverpoint.machine.motion.Move;

/**
 * How far the drawn line lies from the planned one, both ways. A point is compared with what the
 * other line does within a fifth of a second of the same time: in a dense drawing some line is
 * always near, which would hide a shifted one.
 *
 * @param meanMm over both lines
 * @param p95Mm 95 % of both lines are nearer
 * @param maxMm the worst point of either
 */
public record Fidelity(double meanMm, double p95Mm, double maxMm) {
  private static final double SPACING_MM = 0.1;
  private static final long WINDOW_NS = 200_000_000;

  /** The mean, the nearly worst and the worst distance of the two lines, over their length. */
  public static Fidelity of(MotionPlan plan, StylusTrace trace) {
    return of(plan, trace, WINDOW_NS);
  }

  /**
   * @param windowNs how much earlier or later the other line may have been there; 0 also counts a
   *     stylus that is on the line but not yet, or no longer, where it should be
   */
  public static Fidelity of(MotionPlan plan, StylusTrace trace, long windowNs) {
    Samples planned = samples(plan);
    Samples drawn = samples(trace);
    double[] offMm = new double[planned.size + drawn.size];
    offsets(planned, drawn, windowNs, offMm, 0);
    offsets(drawn, planned, windowNs, offMm, planned.size);
    Arrays.sort(offMm);
    return new Fidelity(
        Arrays.stream(offMm).average().orElseThrow(),
        offMm[(int) Math.ceil(0.95 * (offMm.length - 1))],
        offMm[offMm.length - 1]);
  }

  private static void offsets(Samples from, Samples to, long windowNs, double[] offMm, int start) {
    int first = 0;
    for (int i = 0; i < from.size; i++) {
      long timeNs = from.timeNs[i];
      while (first < to.size - 1 && to.timeNs[first + 1] < timeNs - windowNs) {
        first++;
      }
      double nearestSq = to.distanceSq(first, first, from.xMm[i], from.yMm[i]);
      for (int k = first + 1; k < to.size && to.timeNs[k - 1] <= timeNs + windowNs; k++) {
        nearestSq = Math.min(nearestSq, to.distanceSq(k - 1, k, from.xMm[i], from.yMm[i]));
      }
      offMm[start + i] = Math.sqrt(nearestSq);
    }
  }

  private static Samples samples(MotionPlan plan) {
    Samples samples = new Samples();
    samples.add(0, plan.startMm());
    Point at = plan.startMm();
    double beganS = 0;
    for (Block block : plan.blocks()) {
      if (block instanceof Move move) {
        int parts = (int) Math.ceil(move.profile().lengthMm() / SPACING_MM);
        for (int k = 1; k <= parts; k++) {
          double share = (double) k / parts;
          double timeS = beganS + move.profile().timeAtS(share * move.profile().lengthMm());
          at = move.fromMm().towards(move.toMm(), share);
          samples.add(Math.round(timeS * 1e9), at);
        }
      }
      beganS += block.durationS();
      // where the line waits, it is there at the end of the wait too
      samples.add(Math.round(beganS * 1e9), at);
    }
    return samples;
  }

  private static Samples samples(StylusTrace trace) {
    Samples samples = new Samples();
    Point last = trace.atMm(0);
    long lastNs = trace.timeNs(0);
    samples.add(lastNs, last);
    for (int i = 1; i < trace.size(); i++) {
      Point at = trace.atMm(i);
      boolean far = at.distanceTo(last) >= SPACING_MM;
      boolean late = trace.timeNs(i) - lastNs >= WINDOW_NS / 4;
      if (far || late || i == trace.size() - 1) {
        last = at;
        lastNs = trace.timeNs(i);
        samples.add(lastNs, at);
      }
    }
    return samples;
  }

  /** Points of a line with their times, in flat arrays: they are compared millions of times. */
  private static final class Samples {
    private long[] timeNs = new long[4096];
    private double[] xMm = new double[4096];
    private double[] yMm = new double[4096];
    private int size;

    void add(long time, Point at) {
      if (size == timeNs.length) {
        timeNs = Arrays.copyOf(timeNs, 2 * size);
        xMm = Arrays.copyOf(xMm, 2 * size);
        yMm = Arrays.copyOf(yMm, 2 * size);
      }
      timeNs[size] = time;
      xMm[size] = at.x();
      yMm[size] = at.y();
      size++;
    }

    /** Squared distance of a point to the closed segment from sample {@code a} to {@code b}. */
    double distanceSq(int a, int b, double x, double y) {
      double alongX = xMm[b] - xMm[a];
      double alongY = yMm[b] - yMm[a];
      double offX = x - xMm[a];
      double offY = y - yMm[a];
      double squared = alongX * alongX + alongY * alongY;
      double dot = offX * alongX + offY * alongY;
      double t = dot <= 0 ? 0 : Math.min(1, dot / squared);
      double dx = offX - t * alongX;
      double dy = offY - t * alongY;
      return dx * dx + dy * dy;
    }
  }
}
