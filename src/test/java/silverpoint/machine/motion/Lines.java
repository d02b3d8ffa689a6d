package silverpoint.machine.motion;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import silverpoint.foundation.geometry.Box;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.geometry.Polyline;
import silverpoint.kiosk.config.MachineProfile;
import silverpoint.kiosk.config.MachineProfiles;

/** Lines for tests: given ones, and random ones that follow from a seed. */
public final class Lines {
  private static final double PIECE_MM = 0.3;

  private Lines() {}

  public static MachineProfile machine(String name) {
    return new MachineProfiles(Path.of("kiosk-config", "machines")).load(name);
  }

  /** A line through points given as x, y, x, y and so on. */
  public static Polyline line(double... xyMm) {
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < xyMm.length; i += 2) {
      points.add(new Point(xyMm[i], xyMm[i + 1]));
    }
    return line(points);
  }

  /** A line through the points; twice the same where there is only one. */
  public static Polyline line(List<Point> points) {
    if (points.size() == 1) {
      return Polyline.of(points.getFirst(), points.getFirst());
    }
    return new Polyline(points);
  }

  /** Straight moves of random length, mostly short, in random directions. */
  public static Polyline zigzag(int seed, Box areaMm, int moves) {
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
    return line(points);
  }

  /** Smooth arcs of short pieces, corners, and arcs that are drawn back over themselves. */
  public static Polyline portrait(int seed, Box areaMm, Point homeMm, double lengthMm) {
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
    return line(points);
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
