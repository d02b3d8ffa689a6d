package silverpoint.machine.calibration;

import java.util.function.Supplier;
import silverpoint.foundation.geometry.Box;
import silverpoint.machine.calibration.CalibrationObserver.Axis;
import silverpoint.machine.calibration.CalibrationObserver.Step;
import silverpoint.machine.motion.AxisSettings;
import silverpoint.machine.motion.Direction;
import silverpoint.machine.motion.MotionSettings;
import silverpoint.machine.plotter.Knobs;
import silverpoint.machine.plotter.PlotterException;

/**
 * Measures a toy in five parts. Somebody jogs the stylus to the home corner, from wherever it is,
 * then along both sides to the opposite corner, and measures this window with a ruler: that gives
 * the steps for a millimetre. The play of each axis in both directions shows in combs of test
 * lines: the stylus draws a rail, then teeth that come back to it, each with another guess of the
 * play; a person says which tooth just ends at the rail, and the next comb has finer guesses around
 * it. At last a rectangle shows by its diagonals whether the axes are square. Nothing is kept of a
 * calibration that ends before.
 */
public final class Calibration {
  /**
   * What was measured of an axis.
   *
   * @param backlashSteps mean of both directions: a gap is as wide one way as the other, so what
   *     they differ by is a misread tooth or a knob that slips
   * @param toNegativeSteps play of a reversal to the negative direction
   * @param toPositiveSteps play of a reversal to the positive direction
   */
  public record Measured(
      double stepsPerMm, int backlashSteps, int toNegativeSteps, int toPositiveSteps) {
    /** By how much the plays of the two directions differ; a sound axis has one play. */
    public double differenceMm() {
      return Math.abs(toNegativeSteps - toPositiveSteps) / stepsPerMm;
    }

    /** Whether the two plays are further apart than a person misreads. */
    public boolean differs() {
      return differenceMm() > DIFFERENCE_MM;
    }

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
  private static final double DIFFERENCE_MM = 0.3;

  private static final double MOST_PLAY_MM = 4;

  private static final double PAST_MARK_MM = 1;
  private static final int TEETH = 8;
  private static final double TOOTH_SPACING_MM = 0.8;
  private static final double RAIL_MM = MOST_PLAY_MM + (TEETH + 1) * TOOTH_SPACING_MM;
  private static final int COLUMNS = 5;
  private static final double PAST_CORNER_MM = 0.5;
  private static final double RECTANGLE_SHARE = 0.6;

  private final Knobs knobs;
  private final CalibrationObserver observer;
  private final MotionSettings belief;
  private final Box areaMm;
  private final double marginMm;

  /** Steps of the knobs since the home corner. */
  private int xSteps;

  private int ySteps;

  /**
   * @param belief from which the guesses start; its approaches of home name the home corner
   * @param areaMm that the stylus may enter
   * @param marginMm from the area to the edges of the screen
   */
  public Calibration(
      Knobs knobs,
      CalibrationObserver observer,
      MotionSettings belief,
      Box areaMm,
      double marginMm) {
    this.knobs = knobs;
    this.observer = observer;
    this.belief = belief;
    this.areaMm = areaMm;
    this.marginMm = marginMm;
  }

  /** Measures both axes; the stylus may begin and end anywhere. */
  public Result run() {
    observer.begin(Step.HOME_CORNER);
    bring(Axis.X, home(Axis.X));
    bring(Axis.Y, home(Axis.Y));
    observer.end(Step.HOME_CORNER);
    xSteps = 0;
    ySteps = 0;
    Window window = part(Step.OPPOSITE_CORNER, this::window);
    Plays x = part(Step.PLAY_OF_X, () -> plays(Axis.X));
    Plays y = part(Step.PLAY_OF_Y, () -> plays(Axis.Y));
    Measured xMeasured = x.measured(window.xSteps, home(Axis.X), window.xMm);
    Measured yMeasured = y.measured(window.ySteps, home(Axis.Y), window.yMm);
    double skewDeg = part(Step.RECTANGLE, () -> skewDeg(xMeasured, yMeasured));
    return new Result(xMeasured, yMeasured, skewDeg);
  }

  private <T> T part(Step step, Supplier<T> work) {
    observer.begin(step);
    T result = work.get();
    observer.end(step);
    return result;
  }

  /**
   * From the home corner to the opposite one: steps of the knobs, signed, the play of one reversal
   * included, and the way of the stylus.
   */
  private record Window(int xSteps, double xMm, int ySteps, double yMm) {}

  private Window window() {
    int x = bring(Axis.X, opposite(home(Axis.X)));
    double xMm = travelledMm(Axis.X, areaMm.width());
    int y = bring(Axis.Y, opposite(home(Axis.Y)));
    return new Window(x, xMm, y, travelledMm(Axis.Y, areaMm.height()));
  }

  private double travelledMm(Axis axis, double expectedMm) {
    double travelledMm = observer.travelledMm(axis);
    if (!(travelledMm > expectedMm / 3 && travelledMm < 3 * expectedMm)) {
      throw new PlotterException(
          "%s: %.1f mm cannot be right for a side of the window that should have about %.1f mm"
              .formatted(axis, travelledMm, expectedMm));
    }
    return travelledMm;
  }

  /**
   * Somebody brings the stylus to a side of the area. However they came there, the knob then goes
   * back and forth, so that the play is taken up towards that side.
   *
   * @return the steps of the knob
   */
  private int bring(Axis axis, Direction side) {
    int before = axis == Axis.X ? xSteps : ySteps;
    observer.bring(axis, side, marginMm, mm -> along(axis, steps(axis, mm)));
    int approach = side.sign() * steps(axis, MOST_PLAY_MM + PAST_MARK_MM);
    along(axis, -approach);
    along(axis, approach);
    return (axis == Axis.X ? xSteps : ySteps) - before;
  }

  private Direction home(Axis axis) {
    return (axis == Axis.X ? belief.x() : belief.y()).homeApproach();
  }

  private static Direction opposite(Direction direction) {
    return direction == Direction.NEGATIVE ? Direction.POSITIVE : Direction.NEGATIVE;
  }

  /** Steps that a reversal to either direction loses. */
  private record Plays(int toNegative, int toPositive) {
    /**
     * With a way of the stylus and of its knob, which began with a reversal.
     *
     * @param home the direction before it
     */
    Measured measured(int steps, Direction home, double travelledMm) {
      int lost = home == Direction.NEGATIVE ? toPositive : toNegative;
      int mean = (int) Math.round((toNegative + toPositive) / 2.0);
      return new Measured((Math.abs(steps) - lost) / travelledMm, mean, toNegative, toPositive);
    }
  }

  private Plays plays(Axis axis) {
    return new Plays(play(axis, Direction.NEGATIVE), play(axis, Direction.POSITIVE));
  }

  /** A rectangle, drawn to the right, down and back, with the play that was measured. */
  private double skewDeg(Measured x, Measured y) {
    int width = (int) Math.round(RECTANGLE_SHARE * areaMm.width() * x.stepsPerMm());
    int height = (int) Math.round(RECTANGLE_SHARE * areaMm.height() * y.stepsPerMm());
    goTo(areaMm.width() / 2, areaMm.height() / 2);
    start(Axis.Y, height, y);
    start(Axis.X, width, x);
    observer.corner();
    along(Axis.X, width);
    observer.corner();
    along(Axis.Y, height);
    observer.corner();
    along(Axis.X, -width - x.toNegativeSteps());
    observer.corner();
    CalibrationObserver.Diagonals seen = observer.diagonals();
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
  private void start(Axis axis, int length, Measured measured) {
    // hardly more than the play: a longer line would hide the corner
    int approach = measured.backlashSteps() + steps(axis, PAST_CORNER_MM);
    along(axis, -length / 2 - approach);
    along(axis, approach);
  }

  /** Steps that a reversal to the direction loses. */
  private int play(Axis axis, Direction back) {
    int best = 0;
    int low = 0;
    int high = steps(axis, MOST_PLAY_MM);
    int spacing;
    int comb = 0;
    do {
      spacing = Math.ceilDiv(high - low, TEETH - 1);
      best = low + spacing * comb(axis, back, low, spacing, comb);
      low = Math.max(0, best - spacing);
      high = best + spacing;
      comb++;
    } while (spacing > 1 && spacing > steps(axis, observer.sharpnessMm()));
    return best;
  }

  /** The number, from 0, of the tooth that just ends at the rail. */
  private int comb(Axis axis, Direction back, int low, int spacing, int comb) {
    Axis other = axis == Axis.X ? Axis.Y : Axis.X;
    goToCell(axis, back, comb);
    int approach = back.sign() * steps(axis, MOST_PLAY_MM + PAST_MARK_MM);
    along(axis, approach);
    along(axis, -approach);
    observer.mark(axis);
    along(other, steps(other, RAIL_MM));
    along(axis, -approach);
    // the other axis has turned: first its play, whatever it is
    along(other, -steps(other, MOST_PLAY_MM));
    for (int tooth = 0; tooth < TEETH; tooth++) {
      int guess = back.sign() * (low + tooth * spacing);
      along(other, -steps(other, TOOTH_SPACING_MM));
      along(axis, approach + guess);
      observer.tooth(axis);
      along(axis, -approach - guess);
    }
    int atRail = observer.toothAtRail(axis, back, TEETH);
    along(axis, approach);
    return atRail;
  }

  /** Combs lie beside each other, those of the two directions in two rows. */
  private void goToCell(Axis axis, Direction back, int comb) {
    int column = Math.min(comb, COLUMNS - 1);
    int row = back == Direction.NEGATIVE ? 0 : 1;
    double xMm = areaMm.width() * (column + 0.5) / COLUMNS;
    double yMm = areaMm.height() * (row + 0.5) / 2;
    switch (axis) {
      case X -> goTo(xMm, yMm - RAIL_MM / 2);
      case Y -> goTo(xMm - RAIL_MM / 2, yMm);
    }
  }

  /** About there, in mm from the upper left of the area. */
  private void goTo(double xMm, double yMm) {
    along(Axis.X, steps(Axis.X, fromHomeMm(Axis.X, xMm, areaMm.width())) - xSteps);
    along(Axis.Y, steps(Axis.Y, fromHomeMm(Axis.Y, yMm, areaMm.height())) - ySteps);
  }

  private double fromHomeMm(Axis axis, double fromTopLeftMm, double sizeMm) {
    return home(axis) == Direction.NEGATIVE ? fromTopLeftMm : fromTopLeftMm - sizeMm;
  }

  private void along(Axis axis, int steps) {
    int x = axis == Axis.X ? steps : 0;
    int y = axis == Axis.Y ? steps : 0;
    knobs.turn(x, y);
    xSteps += x;
    ySteps += y;
  }

  private int steps(Axis axis, double mm) {
    AxisSettings settings = axis == Axis.X ? belief.x() : belief.y();
    return (int) Math.round(mm * settings.stepsPerMm());
  }
}
