package silverpoint.machine.motion;

/** The way in which an axis moves or last moved; x grows to the right, y grows downwards. */
public enum Direction {
  NEGATIVE(-1),
  POSITIVE(1);

  private final int sign;

  Direction(int sign) {
    this.sign = sign;
  }

  /** The direction of a motion that is not 0. */
  public static Direction of(int sign) {
    return sign < 0 ? NEGATIVE : POSITIVE;
  }

  public Direction opposite() {
    return this == NEGATIVE ? POSITIVE : NEGATIVE;
  }

  public int sign() {
    return sign;
  }
}
