package silverpoint.motion;

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
      return new Play(direction, direction == Direction.POSITIVE ? axis.backlashSteps() : 0);
    }

    /** The state after take-ups of {@code steps} in all, the last of them in one direction. */
    Play moved(int steps, Direction last) {
      return new Play(last, offsetSteps + steps);
    }
  }

  /** The state of a machine that has just been homed. */
  public static Backlash atHome(MotionSettings settings) {
    return new Backlash(Play.atHome(settings.x()), Play.atHome(settings.y()));
  }
}
