package silverpoint.kiosk.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import silverpoint.foundation.geometry.Point;
import silverpoint.kiosk.booth.WireName;
import silverpoint.machine.motion.Block;
import silverpoint.machine.motion.MotionPlan;
import silverpoint.machine.motion.Move;
import silverpoint.picture.stroke.Drawing;
import silverpoint.picture.stroke.Stroke;
import silverpoint.route.Leg;

/**
 * A line with the time at which the stylus is to be at each of its points.
 *
 * @param optimalityGap how much longer it is than no line can undercut, 0.1 for a tenth
 * @param durationS from the first step to the last
 * @param legs in drawing order
 */
@WireName("LineView")
public record LineView(
    long session,
    double pageWidthMm,
    double pageHeightMm,
    double lineWidthMm,
    double lengthMm,
    double optimalityGap,
    double durationS,
    List<LegView> legs) {

  /**
   * A piece of the line.
   *
   * @param kind 0 drawn for the first time, 1 connector, 2 retrace
   * @param part what of the person it shows, such as EYE; empty unless it is drawn for the first
   *     time
   * @param points x and y in turn, mm
   * @param timesS planned time at each point, take-ups included
   */
  @WireName("LineViewLegView")
  record LegView(int kind, String part, List<Double> points, List<Double> timesS) {}

  public static LineView of(Kiosk.Exhibit exhibit) {
    MotionPlan motion = exhibit.line().motionPlan();
    Timetable timetable = Timetable.of(motion, exhibit.line().route().lengthMm());
    List<LegView> legs = new ArrayList<>();
    double reachedMm = 0;
    for (Leg leg : exhibit.line().route().legs()) {
      List<Double> points = new ArrayList<>();
      List<Double> timesS = new ArrayList<>();
      List<Point> path = leg.pathMm().points();
      for (int i = 0; i < path.size(); i++) {
        reachedMm += i == 0 ? 0 : path.get(i - 1).distanceTo(path.get(i));
        points.add(hundredths(path.get(i).x()));
        points.add(hundredths(path.get(i).y()));
        timesS.add(hundredths(timetable.timeAtS(reachedMm)));
      }
      legs.add(new LegView(kind(leg), part(leg, exhibit.line().drawing()), points, timesS));
    }
    return new LineView(
        exhibit.session(),
        exhibit.page().widthMm(),
        exhibit.page().heightMm(),
        exhibit.page().lineWidthMm(),
        hundredths(exhibit.line().route().lengthMm()),
        hundredths(exhibit.line().route().optimalityGap()),
        hundredths(motion.durationS()),
        legs);
  }

  private static int kind(Leg leg) {
    return switch (leg) {
      case Leg.Draw _ -> 0;
      case Leg.Connector _ -> 1;
      case Leg.Retrace _ -> 2;
    };
  }

  /** A leg that is drawn lies on the stroke that it draws. */
  private static String part(Leg leg, Drawing drawing) {
    List<Point> path = leg.pathMm().points();
    Point middle = path.get(path.size() / 2);
    return drawing.strokes().stream()
        .filter(_ -> leg instanceof Leg.Draw)
        .min(Comparator.comparingDouble(stroke -> distanceMm(stroke, middle)))
        .map(stroke -> stroke.part().name())
        .orElse("");
  }

  private static double distanceMm(Stroke stroke, Point point) {
    return stroke.pathMm().points().stream()
        .mapToDouble(point::distanceTo)
        .min()
        .orElse(Double.POSITIVE_INFINITY);
  }

  private static double hundredths(double value) {
    return Math.rint(value * 100) / 100;
  }

  /** When each length of the line is reached: the ends of all blocks, straight in between. */
  private record Timetable(double[] lengthsMm, double[] timesS) {
    /** The motion follows the route but for the finest detail, so that lengths nearly agree. */
    public static Timetable of(MotionPlan motion, double routeMm) {
      double stretch = motion.lengthMm() == 0 ? 1 : routeMm / motion.lengthMm();
      double[] lengths = new double[motion.blocks().size() + 1];
      double[] times = new double[lengths.length];
      for (int i = 1; i < lengths.length; i++) {
        Block block = motion.blocks().get(i - 1);
        double lengthMm = block instanceof Move move ? move.profile().lengthMm() : 0;
        lengths[i] = lengths[i - 1] + lengthMm * stretch;
        times[i] = times[i - 1] + block.durationS();
      }
      return new Timetable(lengths, times);
    }

    double timeAtS(double lengthMm) {
      int low = 0;
      int high = lengthsMm.length - 1;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (lengthsMm[middle] < lengthMm) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      if (low == 0) {
        return timesS[0];
      }
      double span = lengthsMm[low] - lengthsMm[low - 1];
      double share = span > 0 ? Math.clamp((lengthMm - lengthsMm[low - 1]) / span, 0, 1) : 1;
      return timesS[low - 1] + share * (timesS[low] - timesS[low - 1]);
    }
  }
}
