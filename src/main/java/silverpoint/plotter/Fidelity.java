package silverpoint.plotter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import silverpoint.geometry.Point;
import silverpoint.motion.Block;
import silverpoint.motion.MotionPlan;
import silverpoint.motion.Move;

/**
 * How far the drawn line lies from the planned one, both ways. A point is compared with what the
 * other line does within half a second of the same time: in a dense drawing some line is always
 * near, which would hide a shifted one.
 *
 * @param meanMm over both lines
 * @param p95Mm 95 % of both lines are nearer
 * @param maxMm the worst point of either
 */
public record Fidelity(double meanMm, double p95Mm, double maxMm) {
  private static final double SPACING_MM = 0.1;
  private static final long WINDOW_NS = 500_000_000;

  private record Sample(long timeNs, Point atMm) {}

  public static Fidelity of(MotionPlan plan, StylusTrace trace) {
    List<Sample> planned = samples(plan);
    List<Sample> drawn = samples(trace);
    double[] offMm = new double[planned.size() + drawn.size()];
    offsets(planned, drawn, offMm, 0);
    offsets(drawn, planned, offMm, planned.size());
    Arrays.sort(offMm);
    return new Fidelity(
        Arrays.stream(offMm).average().orElseThrow(),
        offMm[(int) Math.ceil(0.95 * (offMm.length - 1))],
        offMm[offMm.length - 1]);
  }

  private static void offsets(List<Sample> from, List<Sample> to, double[] offMm, int start) {
    int first = 0;
    for (int i = 0; i < from.size(); i++) {
      Sample sample = from.get(i);
      while (first < to.size() - 1 && to.get(first + 1).timeNs < sample.timeNs - WINDOW_NS) {
        first++;
      }
      double nearest = sample.atMm.distanceTo(to.get(first).atMm);
      for (int k = first + 1;
          k < to.size() && to.get(k - 1).timeNs <= sample.timeNs + WINDOW_NS;
          k++) {
        nearest =
            Math.min(nearest, sample.atMm.distanceToSegment(to.get(k - 1).atMm, to.get(k).atMm));
      }
      offMm[start + i] = nearest;
    }
  }

  private static List<Sample> samples(MotionPlan plan) {
    List<Sample> samples = new ArrayList<>();
    samples.add(new Sample(0, plan.startMm()));
    double beganS = 0;
    for (Block block : plan.blocks()) {
      if (block instanceof Move move) {
        int parts = (int) Math.ceil(move.profile().lengthMm() / SPACING_MM);
        for (int k = 1; k <= parts; k++) {
          double share = (double) k / parts;
          double timeS = beganS + move.profile().timeAtS(share * move.profile().lengthMm());
          samples.add(
              new Sample(Math.round(timeS * 1e9), move.fromMm().towards(move.toMm(), share)));
        }
      }
      beganS += block.durationS();
      // where the line waits, it is there at the end of the wait too
      samples.add(new Sample(Math.round(beganS * 1e9), samples.getLast().atMm));
    }
    return samples;
  }

  private static List<Sample> samples(StylusTrace trace) {
    List<Sample> samples = new ArrayList<>();
    samples.add(new Sample(trace.timeNs(0), trace.atMm(0)));
    for (int i = 1; i < trace.size(); i++) {
      Point at = trace.atMm(i);
      boolean far = at.distanceTo(samples.getLast().atMm) >= SPACING_MM;
      boolean late = trace.timeNs(i) - samples.getLast().timeNs >= WINDOW_NS / 4;
      if (far || late || i == trace.size() - 1) {
        samples.add(new Sample(trace.timeNs(i), at));
      }
    }
    return samples;
  }
}
