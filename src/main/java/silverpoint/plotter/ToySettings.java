package silverpoint.plotter;

import silverpoint.geometry.Box;

/**
 * The truth about the simulated toy.
 *
 * @param screenWidthMm the stylus cannot leave the screen
 * @param screenHeightMm the stylus cannot leave the screen
 */
public record ToySettings(
    double screenWidthMm, double screenHeightMm, ToyAxisSettings x, ToyAxisSettings y) {
  public ToySettings {
    if (!(screenWidthMm > 0 && screenHeightMm > 0)) {
      throw new IllegalArgumentException(
          "the screen needs a size: " + screenWidthMm + " x " + screenHeightMm + " mm");
    }
  }

  Box screenMm() {
    return new Box(0, 0, screenWidthMm, screenHeightMm);
  }
}
