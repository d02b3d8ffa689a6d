package silverpoint.machine.motion;

/**
 * Speeds along the whole line: how fast it may pass each corner, and the backward and forward pass
 * that makes these speeds reachable with constant acceleration (as in grbl). Corner speeds follow
 * grbl's junction deviation with Klipper's cap, which keeps the imagined arc within half of the
 * shorter move. The minimum cruise ratio is Klipper's idea, done here in one piece: between two
 * slow corners the line becomes no faster than the peak of the same profile with the acceleration
 * reduced by the ratio.
 */
final class LookAhead {
  private static final double ROUNDING = 1e-9;

  private final Path path;
  private final MotionSettings settings;
  private final int moves;
  private final double[] lengthMm;
  private final double[] cruiseSq;
  private final double[] cornerSq;
  private final double[] speedSq;

  /**
   * @param rests whether the path rests at a point
   */
  LookAhead(Path path, boolean[] rests, MotionSettings settings) {
    this.path = path;
    this.settings = settings;
    moves = path.size() - 1;
    lengthMm = new double[moves];
    cruiseSq = new double[moves];
    cornerSq = new double[moves + 1];
    limitMoves();
    limitCorners(rests);
    double acceleration = settings.accelerationMmPerS2();
    limitPeaks(acceleration * (1 - settings.minimumCruiseRatio()));
    speedSq = reachable(acceleration);
  }

  SpeedProfile profile(int move) {
    return SpeedProfile.fastest(
        lengthMm[move],
        Math.sqrt(speedSq[move]),
        Math.sqrt(cruiseSq[move]),
        Math.sqrt(speedSq[move + 1]),
        settings.accelerationMmPerS2());
  }

  /** The highest speed allowed through a point, whether it can be reached or not. */
  double cornerSpeedMmPerS(int point) {
    return Math.sqrt(cornerSq[point]);
  }

  private void limitMoves() {
    double xLimit = settings.x().maximumSpeedMmPerS();
    double yLimit = settings.y().maximumSpeedMmPerS();
    for (int i = 0; i < moves; i++) {
      double dx = Math.abs(path.x(i + 1) - path.x(i));
      double dy = Math.abs(path.y(i + 1) - path.y(i));
      lengthMm[i] = Math.hypot(dx, dy);
      double speed = settings.feedRateMmPerS();
      speed = dx == 0 ? speed : Math.min(speed, xLimit * lengthMm[i] / dx);
      speed = dy == 0 ? speed : Math.min(speed, yLimit * lengthMm[i] / dy);
      cruiseSq[i] = speed * speed;
    }
  }

  private void limitCorners(boolean[] rests) {
    double startSq = settings.startSpeedMmPerS() * settings.startSpeedMmPerS();
    cornerSq[0] = startSq;
    cornerSq[moves] = startSq;
    for (int i = 1; i < moves; i++) {
      // the motors may start and stop at this speed, so that slower corners would only cost time
      double corner = rests[i] ? startSq : Math.max(startSq, cornerSq(i));
      cornerSq[i] = Math.min(corner, Math.min(cruiseSq[i - 1], cruiseSq[i]));
    }
  }

  private double cornerSq(int point) {
    double dot =
        ((path.x(point) - path.x(point - 1)) * (path.x(point + 1) - path.x(point))
                + (path.y(point) - path.y(point - 1)) * (path.y(point + 1) - path.y(point)))
            / (lengthMm[point - 1] * lengthMm[point]);
    // half the angle between the two moves: 90 degrees on a straight line, 0 where the path returns
    double sinHalf = Math.sqrt(Math.clamp((1 + dot) / 2, 0.0, 1.0));
    double cosHalf = Math.sqrt(Math.clamp((1 - dot) / 2, 0.0, 1.0));
    double acceleration = settings.accelerationMmPerS2();
    double rounded = acceleration * settings.junctionDeviationMm() * sinHalf / (1 - sinHalf);
    double shorterMm = Math.min(lengthMm[point - 1], lengthMm[point]);
    double withinMoves = 0.5 * shorterMm * acceleration * sinHalf / cosHalf;
    return Math.min(rounded, withinMoves);
  }

  /** Caps the cruise speeds between two local minima of the gentler profile at its peak. */
  private void limitPeaks(double gentleAcceleration) {
    double[] gentleSq = reachable(gentleAcceleration);
    int from = 0;
    while (from < moves) {
      double peakSq = 0;
      boolean falls = false;
      int to = from;
      for (; to < moves; to++) {
        double meetSq = (gentleSq[to] + gentleSq[to + 1]) / 2 + gentleAcceleration * lengthMm[to];
        double topSq = Math.min(cruiseSq[to], meetSq);
        if (falls && topSq > gentleSq[to] * (1 + ROUNDING)) {
          break;
        }
        falls |= topSq > gentleSq[to + 1] * (1 + ROUNDING);
        peakSq = Math.max(peakSq, topSq);
      }
      for (int i = from; i < to; i++) {
        cruiseSq[i] = Math.min(cruiseSq[i], peakSq);
      }
      from = to;
    }
    for (int i = 1; i < moves; i++) {
      cornerSq[i] = Math.min(cornerSq[i], Math.min(cruiseSq[i - 1], cruiseSq[i]));
    }
  }

  private double[] reachable(double acceleration) {
    double[] sq = cornerSq.clone();
    for (int i = moves - 1; i >= 0; i--) {
      sq[i] = Math.min(sq[i], sq[i + 1] + 2 * acceleration * lengthMm[i]);
    }
    for (int i = 0; i < moves; i++) {
      sq[i + 1] = Math.min(sq[i + 1], sq[i] + 2 * acceleration * lengthMm[i]);
    }
    return sq;
  }
}
