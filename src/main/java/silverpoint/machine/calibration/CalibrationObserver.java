package silverpoint.machine.calibration;

import java.util.function.DoubleConsumer;
import silverpoint.machine.motion.Direction;

/**
 * Seam: whoever watches the stylus while the machine is calibrated. Whatever it throws ends the
 * calibration, at any question.
 */
public interface CalibrationObserver {
  /** A part of the calibration; between two of them the toy may be shaken blank. */
  enum Step {
    /** The stylus is brought to the home corner. */
    HOME_CORNER,
    /** It is brought to the opposite corner, and the way is measured with a ruler. */
    OPPOSITE_CORNER,
    /** Combs of test lines show the play of x. */
    PLAY_OF_X,
    /** Combs of test lines show the play of y. */
    PLAY_OF_Y,
    /** The diagonals of a rectangle show whether the axes are square. */
    RECTANGLE
  }

  /** A part begins. */
  void begin(Step step);

  /** A part is over. */
  void end(Step step);

  /**
   * Lets somebody jog the stylus along an axis.
   *
   * @param side of the screen to which it shall come
   * @param fromEdgeMm how far from the edge of the screen on that side
   * @param jog turns the knob by mm of stylus travel; positive to the right or down
   */
  void bring(Axis axis, Direction side, double fromEdgeMm, DoubleConsumer jog);

  /** How far the stylus has come along the axis in this part, measured with a ruler. */
  double travelledMm(Axis axis);

  /** Ends of lines that are nearer to each other look the same; by default, to a person's eye. */
  default double sharpnessMm() {
    return 0.1;
  }

  /**
   * The rail of a comb begins where the stylus stands; it goes along the other axis. For an eye
   * that cannot see the screen.
   */
  default void mark(Axis axis) {}

  /** A tooth ends where the stylus stands. For an observer that cannot see the screen. */
  default void tooth(Axis axis) {}

  /**
   * Which tooth of the last comb just ends at the rail, numbered from 0 as they were drawn.
   *
   * @param back the way in which the teeth came back to it
   */
  int toothAtRail(Axis axis, Direction back, int teeth);

  /**
   * The next corner of a rectangle is where the stylus stands. For an observer that cannot see it.
   */
  default void corner() {}

  /** The diagonals of the rectangle with the last four corners, measured with a ruler. */
  Diagonals diagonals();

  /**
   * Diagonals of a rectangle whose corners were drawn from the upper left to the right and around.
   *
   * @param fallingMm from the upper left to the lower right
   * @param risingMm from the lower left to the upper right
   */
  record Diagonals(double fallingMm, double risingMm) {}

  /** An axis of the toy. */
  enum Axis {
    /** To the right. */
    X,
    /** Downwards. */
    Y
  }
}
