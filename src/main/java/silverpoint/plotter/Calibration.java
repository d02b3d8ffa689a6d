package silverpoint.plotter;

import silverpoint.geometry.Box;
import silverpoint.geometry.Point;
import silverpoint.motion.AxisSettings;
import silverpoint.motion.Direction;
import silverpoint.motion.MotionSettings;
import silverpoint.plotter.CalibrationEye.Axis;

/**
 * Measures a toy: steps for a millimetre by a long line and a ruler, and the play of each axis in
 * both directions by a staircase of test lines. Each stair goes past a mark and comes back with
 * another guess of the play, halving the doubt; a person only says whether the stylus came back
 * short of the mark, to it, or past it. At last a rectangle shows by its diagonals whether the axes
 * are square.
 */
public final class Calibration {
  /**
   * What was measured of an axis.
   *
   * @param backlashSteps mean of both directions
   * @param toNegativeSteps play of a reversal to the negative direction
   * @param toPositiveSteps play of a reversal to the positive direction
   */
  public record Measured(
      double stepsPerMm, int backlashSteps, int toNegativeSteps, int toPositiveSteps) {
    AxisSettings in(AxisSettings settings) {
      return new AxisSettings(
          stepsPerMm, backlashSteps, settings.minimumStepIntervalUs(), settings.homeApproach());
    }
  }

  /**
   * What was measured of both axes.
   *
   * @param skewDeg by which lines down lean to the right
   */
  public record Result(Measured x, Measured y, double skewDeg) {
    /** The settings with what was measured. */
    public MotionSettings in(MotionSettings settings) {
      return settings.withAxes(x.in(settings.x()), y.in(settings.y()));
    }
  }

  /** More than any toy on record has. */
  private static final double MOST_PLAY_MM = 4;

  private static final double PAST_MARK_MM = 2;
  private static final double STAIR_MM = 0.6;
  private static final double LONG_LINE_SHARE = 0.7;
  private static final double RECTANGLE_SHARE = 0.6;

  private final Knobs knobs;
  private final CalibrationEye eye;
  private final MotionSettings belief;
  private final Box areaMm;
  private final Point homeMm;

  /**
   * @param belief from which the guesses start
   * @param areaMm that the stylus may enter
   * @param homeMm where it stands, its play taken up as the belief says
   */
  public Calibration(
      Knobs knobs, CalibrationEye eye, MotionSettings belief, Box areaMm, Point homeMm) {
    this.knobs = knobs;
    this.eye = eye;
    this.belief = belief;
    this.areaMm = areaMm;
    this.homeMm = homeMm;
  }

  /** Measures both axes; the stylus may end anywhere. */
  public Result run() {
    Point start = areaMm.centre().minus(homeMm);
    turn(start.x(), start.y());
    int xToNegative = play(Axis.X, Direction.NEGATIVE);
    int xToPositive = play(Axis.X, Direction.POSITIVE);
    int yToNegative = play(Axis.Y, Direction.NEGATIVE);
    int yToPositive = play(Axis.Y, Direction.POSITIVE);
    Measured x =
        new Measured(scale(Axis.X), mean(xToNegative, xToPositive), xToNegative, xToPositive);
    Measured y =
        new Measured(scale(Axis.Y), mean(yToNegative, yToPositive), yToNegative, yToPositive);
    return new Result(x, y, skewDeg(x, y));
  }

  /** A rectangle, drawn to the right, down and back, with the play that was measured. */
  private double skewDeg(Measured x, Measured y) {
    int width = (int) Math.round(RECTANGLE_SHARE * areaMm.width() * x.stepsPerMm());
    int height = (int) Math.round(RECTANGLE_SHARE * areaMm.height() * y.stepsPerMm());
    start(Axis.Y, height);
    start(Axis.X, width);
    eye.corner();
    along(Axis.X, width);
    eye.corner();
    along(Axis.Y, height);
    eye.corner();
    along(Axis.X, -width - x.toNegativeSteps());
    eye.corner();
    CalibrationEye.Diagonals seen = eye.diagonals();
    double sidesSq = 4 * (width / x.stepsPerMm()) * (height / y.stepsPerMm());
    double sine =
        (seen.fallingMm() * seen.fallingMm() - seen.risingMm() * seen.risingMm()) / sidesSq;
    if (!(Math.abs(sine) < 0.2)) {
      throw new PlotterException(
          "diagonals of %.1f and %.1f mm cannot be right"
              .formatted(seen.fallingMm(), seen.risingMm()));
    }
    return Math.toDegrees(Math.asin(sine));
  }

  /** To half a length on the negative side, the play taken up to the positive one. */
  private void start(Axis axis, int length) {
    int approach = steps(axis, MOST_PLAY_MM);
    along(axis, -length / 2 - approach);
    along(axis, approach);
  }

  private static int mean(int a, int b) {
    return (int) Math.round((a + b) / 2.0);
  }

  /** Steps that a reversal to the direction loses. */
  private int play(Axis axis, Direction back) {
    int low = 0;
    int high = steps(axis, MOST_PLAY_MM);
    int stairs = 0;
    boolean same = false;
    while (!same && high - low > 1) {
      int guess = (low + high) >>> 1;
      switch (stair(axis, back, guess)) {
        case SHORT -> low = guess;
        case FAR -> high = guess;
        case SAME -> {
          high = guess;
          same = true;
        }
      }
      stairs++;
    }
    climb(axis, -2 * stairs);
    return high;
  }

  private CalibrationEye.Seen stair(Axis axis, Direction back, int guess) {
    int past = steps(axis, PAST_MARK_MM);
    int approach = steps(axis, MOST_PLAY_MM) + past;
    along(axis, back.sign() * approach);
    along(axis, -back.sign() * approach);
    eye.mark(axis);
    climb(axis, 1);
    along(axis, -back.sign() * past);
    climb(axis, 1);
    along(axis, back.sign() * (past + guess));
    CalibrationEye.Seen seen = eye.compare(axis, back);
    along(axis, -back.sign() * guess);
    return seen;
  }

  /** Steps for a millimetre of stylus travel. */
  private double scale(Axis axis) {
    double sizeMm = axis == Axis.X ? areaMm.width() : areaMm.height();
    int line = steps(axis, LONG_LINE_SHARE * sizeMm);
    // to a side of the area, so that the line fits, and towards it with the play taken up
    along(axis, -steps(axis, (LONG_LINE_SHARE / 2) * sizeMm));
    int approach = steps(axis, MOST_PLAY_MM);
    along(axis, -approach);
    along(axis, approach);
    eye.mark(axis);
    along(axis, line);
    double travelledMm = eye.travelledMm(axis);
    if (!(travelledMm > 0.2 * sizeMm && travelledMm < 5 * sizeMm)) {
      throw new PlotterException(
          "%s: %.1f mm cannot be right for a line that should have about %.1f mm"
              .formatted(axis, travelledMm, LONG_LINE_SHARE * sizeMm));
    }
    along(axis, -steps(axis, (LONG_LINE_SHARE / 2) * sizeMm));
    return line / travelledMm;
  }

  /** A little along the other axis, so that test lines lie beside each other. */
  private void climb(Axis axis, int stairs) {
    Axis other = axis == Axis.X ? Axis.Y : Axis.X;
    along(other, stairs * steps(other, STAIR_MM));
  }

  private void turn(double xMm, double yMm) {
    knobs.turn(steps(Axis.X, xMm), steps(Axis.Y, yMm));
  }

  private void along(Axis axis, int steps) {
    knobs.turn(axis == Axis.X ? steps : 0, axis == Axis.Y ? steps : 0);
  }

  private int steps(Axis axis, double mm) {
    AxisSettings settings = axis == Axis.X ? belief.x() : belief.y();
    return (int) Math.round(mm * settings.stepsPerMm());
  }
}
