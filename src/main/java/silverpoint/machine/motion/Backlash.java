package silverpoint.machine.motion;

/**
 * The state of the play on both axes: which way each knob last turned and how many motor steps the
 * controller has added so far. A motor stands at the step count of the stylus plus this offset.
 * After homing, the play is taken up in the direction of the axis' home approach.
 */
public record Backlash(Play x, Play y) {
  /**
   * The state of one axis.
   *
   * @param direction of the last step
   * @param offsetSteps between 0 and the backlash as long as the belief about it does not change
   */
  public record Play(Direction direction, int offsetSteps) {
    static Play atHome(AxisSettings axis) {
      Direction direction = axis.homeApproach();
      return new Play(direction, takenUpSteps(axis, direction));
    }

    /** The state after take-ups of {@code steps} in all, the last of them in one direction. */
    Play moved(int steps, Direction last) {
      return new Play(last, offsetSteps + steps);
    }

    /** The state after a step of -1, 0 or 1. */
    Play stepped(int step, boolean takesUp) {
      if (step == 0) {
        return this;
      }
      Direction now = Direction.of(step);
      return takesUp
          ? new Play(now, offsetSteps + step)
          : now == direction ? this : new Play(now, offsetSteps);
    }

    /** Whether nothing of the play is left to cross before the axis goes on in its direction. */
    boolean isTakenUp(AxisSettings axis) {
      return offsetSteps == takenUpSteps(axis, direction);
    }

    /** The offset of an axis that moves in the direction. */
    static int takenUpSteps(AxisSettings axis, Direction direction) {
      return direction == Direction.POSITIVE ? axis.backlashSteps() : 0;
    }
  }

  /** The state of a machine that has just been homed, or parked in the same way. */
  public static Backlash atHome(MotionSettings settings) {
    return new Backlash(Play.atHome(settings.x()), Play.atHome(settings.y()));
  }
}
