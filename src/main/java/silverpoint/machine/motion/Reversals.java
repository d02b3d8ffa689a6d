package silverpoint.machine.motion;

import java.util.function.IntToDoubleFunction;

/**
 * Where one axis has play to take up. That is where it really reverses: between a step one way and
 * the next step the other way, at the point of the path that lies furthest out; wiggles that move
 * the axis by no step are none. And it is before its first step, when what was drawn before ended
 * in the middle of a take-up or when the belief about the play has changed since.
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
  static Reversals find(
      int points, IntToDoubleFunction mm, AxisSettings axis, Backlash.Play start) {
    byte[] newSign = new byte[points];
    int sign = start.direction().sign();
    boolean takenUp = start.isTakenUp(axis);
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
        takenUp = true;
      } else if (stepped == sign && !takenUp) {
        newSign[0] = (byte) stepped;
        furthest = i;
        takenUp = true;
      } else if (stepped == sign || sign * at > sign * mm.applyAsDouble(furthest)) {
        furthest = i;
      }
      steps = target;
    }
    return new Reversals(newSign, count, Direction.of(sign));
  }

  /** The sign of the axis' motion after a take-up at the point, 0 where there is none. */
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
