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

  /** An axis of the toy. */
  enum Axis {
    /** To the right. */
    X,
    /** Downwards. */
    Y
  }
}
