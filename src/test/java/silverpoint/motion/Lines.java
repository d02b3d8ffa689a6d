package silverpoint.motion;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import silverpoint.config.MachineProfile;
import silverpoint.config.MachineProfiles;
import silverpoint.geometry.Box;
import silverpoint.geometry.Point;
import silverpoint.geometry.Polyline;
import silverpoint.route.Leg;
import silverpoint.route.Route;

/** Lines for tests: given ones, and random ones that follow from a seed. */
public final class Lines {
  private static final double PIECE_MM = 0.3;

  private Lines() {}

  public static MachineProfile machine(String name) {
    return new MachineProfiles(Path.of("kiosk-config", "machines")).load(name);
  }

  /** A route through points given as x, y, x, y and so on. */
  public static Route route(double... xyMm) {
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < xyMm.length; i += 2) {
      points.add(new Point(xyMm[i], xyMm[i + 1]));
    }
    return route(points);
  }

  /** A route through the points; without legs where there is only one. */
  public static Route route(List<Point> points) {
    if (points.size() == 1) {
      return new Route(points.getFirst(), List.of(), 0);
    }
    return new Route(points.getFirst(), List.of(new Leg.Draw(new Polyline(points))), 0);
  }

  public static List<Point> points(Route route) {
    return route.legs().getFirst().pathMm().points();
  }

  /** Straight moves of random length, mostly short, in random directions. */
  public static Route zigzag(int seed, Box areaMm, int moves) {
    SplittableRandom random = new SplittableRandom(seed);
    Point at = areaMm.centre();
    List<Point> points = new ArrayList<>(List.of(at));
    while (points.size() <= moves) {
      Point to = at.plus(new Point(random.nextGaussian(), random.nextGaussian()).times(0.3));
      if (areaMm.contains(to)) {
        points.add(to);
        at = to;
      }
    }
    return route(points);
  }

  /** Smooth arcs of short pieces, corners, and arcs that are drawn back over themselves. */
  public static Route portrait(int seed, Box areaMm, Point homeMm, double lengthMm) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Point> points = new ArrayList<>(List.of(homeMm));
    double heading = 0;
    while (points.size() * PIECE_MM < lengthMm) {
      double radiusMm = random.nextDouble(1.5, 15);
      double turn = (random.nextBoolean() ? 1 : -1) * PIECE_MM / radiusMm;
      int first = points.size() - 1;
      int pieces = (int) Math.ceil(radiusMm * random.nextDouble(0.2, 3) / PIECE_MM);
      for (int i = 0; i < pieces; i++) {
        Point at = points.getLast();
        Point to = ahead(at, heading);
        if (!areaMm.contains(to)) {
          Point inwards = areaMm.centre().minus(at);
          heading = Math.atan2(inwards.y(), inwards.x()) + random.nextDouble(-0.5, 0.5);
          to = ahead(at, heading);
        }
        points.add(to);
        heading += turn;
      }
      switch (random.nextInt(8)) {
        case 0 -> {
          points.addAll(List.copyOf(points.subList(first, points.size() - 1)).reversed());
          heading = random.nextDouble(2 * Math.PI);
        }
        case 1, 2 -> heading += random.nextDouble(-3, 3);
        default -> {}
      }
    }
    return route(points);
  }

  /** Settings of a controller that believes in no play. */
  public static MotionSettings withoutPlay(MotionSettings settings) {
    return new MotionSettings(
        withoutPlay(settings.x()),
        withoutPlay(settings.y()),
        settings.feedRateMmPerS(),
        settings.startSpeedMmPerS(),
        settings.accelerationMmPerS2(),
        settings.junctionDeviationMm(),
        settings.minimumCruiseRatio(),
        settings.takeUpFeedRateMmPerS(),
        settings.takeUpAccelerationMmPerS2());
  }

  private static AxisSettings withoutPlay(AxisSettings axis) {
    return new AxisSettings(
        axis.stepsPerMm(), 0, axis.minimumStepIntervalUs(), axis.homeApproach());
  }

  private static Point ahead(Point at, double heading) {
    return at.plus(new Point(Math.cos(heading), Math.sin(heading)).times(PIECE_MM));
  }
}
