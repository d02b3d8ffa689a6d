package silverpoint.motion;

import java.util.function.IntToDoubleFunction;

/**
 * Where one axis really reverses: between a step one way and the next step the other way, at the
 * point of the path that lies furthest out. Wiggles that move the axis by no step are none.
 */
final class Reversals {
  private final byte[] newSign;
  private final int count;
  private final Direction last;

  private Reversals(byte[] newSign, int count, Direction last) {
    this.newSign = newSign;
    this.count = count;
    this.last = last;
  }

  /**
   * @param points number of points of the path
   * @param mm coordinate of the axis at a point
   */
  static Reversals find(int points, IntToDoubleFunction mm, AxisSettings axis, Direction start) {
    byte[] newSign = new byte[points];
    int sign = start.sign();
    int count = 0;
    int furthest = 0;
    int steps = axis.stepsAt(mm.applyAsDouble(0));
    for (int i = 1; i < points; i++) {
      double at = mm.applyAsDouble(i);
      int target = axis.stepsAt(at);
      int stepped = Integer.signum(target - steps);
      if (stepped == -sign) {
        newSign[furthest] = (byte) stepped;
        sign = stepped;
        count++;
        furthest = i;
      } else if (stepped == sign || sign * at > sign * mm.applyAsDouble(furthest)) {
        furthest = i;
      }
      steps = target;
    }
    Direction last = sign < 0 ? Direction.NEGATIVE : Direction.POSITIVE;
    return new Reversals(newSign, count, last);
  }

  /** The sign of the axis' motion after a reversal at the point, 0 where it does not reverse. */
  int newSignAt(int point) {
    return newSign[point];
  }

  int count() {
    return count;
  }

  /** The direction after the path. */
  Direction last() {
    return last;
  }
}
