package silverpoint.sketch;

import java.util.List;
import silverpoint.machine.motion.Block;
import silverpoint.machine.motion.MotionPlan;
import silverpoint.machine.motion.Move;
import silverpoint.route.Leg;
import silverpoint.route.Route;

/**
 * What a planned line spends its time on, take-ups included: what the art itself takes, and what it
 * takes to make one line of it.
 *
 * @param drawS on the strokes
 * @param connectorS on new line between them
 * @param retraceS on second passes
 */
public record LegTimes(double drawS, double connectorS, double retraceS) {
  /**
   * The times of a route that was planned as a whole; a take-up belongs to the leg it leads into.
   */
  public static LegTimes of(Route route, MotionPlan plan) {
    double[] times = new double[3];
    List<Leg> legs = route.legs();
    // the plan leaves out points that the motors cannot tell apart
    double scale = plan.lengthMm() == 0 ? 1 : route.lengthMm() / plan.lengthMm();
    int at = 0;
    double leftMm = legs.isEmpty() ? 0 : legs.getFirst().pathMm().length();
    for (Block block : plan.blocks()) {
      double lengthMm = block instanceof Move move ? scale * move.profile().lengthMm() : 0;
      double untimedMm = lengthMm;
      while (at + 1 < legs.size() && untimedMm >= leftMm) {
        times[kind(legs.get(at))] += share(leftMm, lengthMm) * block.durationS();
        untimedMm -= leftMm;
        leftMm = legs.get(++at).pathMm().length();
      }
      double share = lengthMm == 0 ? 1 : share(untimedMm, lengthMm);
      times[kind(legs.get(at))] += share * block.durationS();
      leftMm -= untimedMm;
    }
    return new LegTimes(times[0], times[1], times[2]);
  }

  private static double share(double partMm, double lengthMm) {
    return lengthMm == 0 ? 0 : partMm / lengthMm;
  }

  private static int kind(Leg leg) {
    return switch (leg) {
      case Leg.Draw _ -> 0;
      case Leg.Connector _ -> 1;
      case Leg.Retrace _ -> 2;
    };
  }

  /** How much longer the line takes than the time on its strokes, 0.5 for half as long again. */
  public double overStrokes() {
    return drawS > 0 ? (connectorS + retraceS) / drawS : 0;
  }
}
