package silverpoint.machine.motion;

/** Round numbers to calculate with by hand. */
final class Settings {
  static final AxisSettings X = new AxisSettings(10, 7, 1000, Direction.NEGATIVE);
  static final AxisSettings Y = new AxisSettings(20, 12, 1000, Direction.POSITIVE);

  private Settings() {}

  /** 40 mm/s and 100 mm/s2, from 1 mm/s; the slower axis reaches just under 50 mm/s. */
  static MotionSettings round() {
    return new MotionSettings(X, Y, 40, 1, 100, 0.05, 0, 20, 200);
  }
}
