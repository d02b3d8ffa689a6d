package silverpoint.plotter;

import silverpoint.motion.Direction;

/** Seam: whoever watches the stylus while the machine is calibrated. */
public interface CalibrationEye {
  /** Where the stylus came back to, compared with the mark. */
  enum Seen {
    /** It has not come back to the mark. */
    SHORT,
    /** It stands at the mark. */
    SAME,
    /** It has gone past the mark. */
    FAR
  }

  /** Remember where the stylus stands. */
  void mark(Axis axis);

  /**
   * Compares the stylus with the mark.
   *
   * @param back the way in which it came back
   */
  Seen compare(Axis axis, Direction back);

  /** How far the stylus has moved from the mark, measured with a ruler. */
  double travelledMm(Axis axis);

  /** Remember where the stylus stands as the next corner of a rectangle. */
  void corner();

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
