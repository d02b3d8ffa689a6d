package silverpoint.machine.grbl;

import java.util.Locale;
import silverpoint.machine.driver.GrblBoard;
import silverpoint.machine.driver.GrblBoard.Letter;

/**
 * Our steps as coordinates of a board and back. The board divides by its own steps for a
 * millimetre, and what it calls a millimetre is none of a stylus: steps are what both count.
 *
 * @param xStepsPerMm of the board's axis that turns the knob of x, its $100 or $101
 * @param yStepsPerMm of the other
 */
record GrblAxes(GrblBoard board, double xStepsPerMm, double yStepsPerMm) {
  /** Where the motors stand, steps along our axes. */
  record Steps(long x, long y) {}

  /** A tenth of a step at most. */
  String words(int xSteps, int ySteps) {
    return word(board.x(), xMm(xSteps)) + word(board.y(), yMm(ySteps));
  }

  private static String word(GrblBoard.Axis axis, double mm) {
    return axis.axis() + String.format(Locale.ROOT, "%.4f", axis.inverted() ? 0.0 - mm : mm);
  }

  private double xMm(double steps) {
    return steps / xStepsPerMm;
  }

  private double yMm(double steps) {
    return steps / yStepsPerMm;
  }

  /** How far the board believes that steps go, mm of its own. */
  double lengthMm(int xSteps, int ySteps) {
    return Math.hypot(xMm(xSteps), yMm(ySteps));
  }

  Steps steps(GrblStatus status) {
    return new Steps(steps(status, board.x(), xStepsPerMm), steps(status, board.y(), yStepsPerMm));
  }

  private static long steps(GrblStatus status, GrblBoard.Axis axis, double stepsPerMm) {
    double mm = status.mm().get(axis.axis() == Letter.X ? 0 : 1);
    return Math.round((axis.inverted() ? -mm : mm) * stepsPerMm);
  }
}
