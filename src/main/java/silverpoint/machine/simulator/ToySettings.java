package silverpoint.machine.simulator;

import silverpoint.foundation.geometry.Box;

/**
 * The truth about the simulated toy.
 *
 * @param screenWidthMm the stylus cannot leave the screen
 * @param screenHeightMm the stylus cannot leave the screen
 * @param skewDeg the axes enclose a right angle and this: lines down lean to the right
 */
public record ToySettings(
    double screenWidthMm,
    double screenHeightMm,
    double skewDeg,
    ToyAxisSettings x,
    ToyAxisSettings y) {
  public ToySettings {
    requireSize("screenWidthMm", screenWidthMm);
    requireSize("screenHeightMm", screenHeightMm);
    if (!(Math.abs(skewDeg) <= 10)) {
      throw new IllegalArgumentException("skewDeg must lie in -10..10: " + skewDeg);
    }
  }

  private static void requireSize(String name, double mm) {
    if (!(mm >= 10 && mm <= 1000)) {
      throw new IllegalArgumentException(name + " must lie in 10..1000: " + mm);
    }
  }

  /** A toy whose play is so many times as wide. */
  public ToySettings worn(double times) {
    return new ToySettings(screenWidthMm, screenHeightMm, skewDeg, x.worn(times), y.worn(times));
  }

  /**
   * The toy after a quarter turn counterclockwise: its vertical axis is the horizontal one, and its
   * horizontal axis is the vertical one and counts the other way. A skew also turns the whole
   * drawing by its angle, as a toy that stands a little crooked.
   */
  public ToySettings turnedCounterclockwise() {
    return new ToySettings(screenHeightMm, screenWidthMm, -skewDeg, y, x.mirrored());
  }

  Box screenMm() {
    return new Box(0, 0, screenWidthMm, screenHeightMm);
  }
}
