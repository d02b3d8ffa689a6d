package silverpoint.route;

import silverpoint.foundation.geometry.Point;

/**
 * How long the machine takes for what a router can choose: line, corners, and reversals of an axis.
 * Directions of an axis need no times of their own, because they alternate: a line reverses to
 * either side equally often, but for one.
 *
 * @param feedRateMmPerS speed on long straight lines
 * @param accelerationMmPerS2 along the line
 * @param junctionDeviationMm how far a corner may be imagined to be rounded when its speed is
 *     chosen
 * @param xTakeUpS time to cross the play of x, halfway between both directions
 * @param yTakeUpS time to cross the play of y
 */
public record MachinePace(
    double feedRateMmPerS,
    double accelerationMmPerS2,
    double junctionDeviationMm,
    double xTakeUpS,
    double yTakeUpS) {
  public MachinePace {
    boolean moves = feedRateMmPerS > 0 && accelerationMmPerS2 > 0 && junctionDeviationMm >= 0;
    if (!moves || !(xTakeUpS >= 0) || !(yTakeUpS >= 0)) {
      throw new IllegalArgumentException(
          "no machine has a feed rate of %s mm/s, an acceleration of %s mm/s2, corners rounded by %s mm and take-ups of %s and %s s"
              .formatted(
                  feedRateMmPerS, accelerationMmPerS2, junctionDeviationMm, xTakeUpS, yTakeUpS));
    }
  }

  /** Time along a straight line, s. */
  public double lineS(double lengthMm) {
    return lengthMm / feedRateMmPerS;
  }

  /** Time for a reversal of x, of y, or of both at once, s: a stop, and the longer take-up. */
  double reversalS(boolean ofX, boolean ofY) {
    if (!ofX && !ofY) {
      return 0;
    }
    return slowingS(0) + Math.max(ofX ? xTakeUpS : 0, ofY ? yTakeUpS : 0);
  }

  /**
   * Time that a corner without a reversal costs, s.
   *
   * @param in unit vector from the corner back to where the line comes from
   * @param out unit vector from the corner to where it goes on
   */
  double cornerS(Point in, Point out) {
    // half the angle between both lines: the junction of grbl
    double sine = Math.sqrt(Math.max(0, (1 - in.dot(out)) / 2));
    if (sine > 0.9999) {
      return 0;
    }
    return slowingS(Math.sqrt(accelerationMmPerS2 * junctionDeviationMm * sine / (1 - sine)));
  }

  /** What it costs to slow down from the feed rate to a speed and to speed up again, s. */
  private double slowingS(double toMmPerS) {
    double lostMmPerS = Math.max(0, feedRateMmPerS - toMmPerS);
    return lostMmPerS * lostMmPerS / (feedRateMmPerS * accelerationMmPerS2);
  }
}
