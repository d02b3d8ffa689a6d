package silverpoint.kiosk.camera;

import java.util.List;

/**
 * What a camera is told of the light; 0 leaves a thing to the camera.
 *
 * @param mainsHz of the lamps, which flicker with it
 * @param exposureMs of every picture
 * @param gain in the camera's own units
 * @param whiteBalanceK colour of the lamps, kelvin
 */
public record CameraLight(int mainsHz, double exposureMs, double gain, int whiteBalanceK) {
  /** What rpicam-vid calls light up to so many kelvin. */
  private static final List<Lamp> LAMPS =
      List.of(
          new Lamp(3_000, "incandescent"),
          new Lamp(3_800, "tungsten"),
          new Lamp(5_000, "fluorescent"),
          new Lamp(6_800, "daylight"));

  private record Lamp(int mostK, String name) {}

  public CameraLight {
    if (mainsHz != 0 && mainsHz != 50 && mainsHz != 60) {
      throw new IllegalArgumentException("mainsHz is 0, 50 or 60, not " + mainsHz);
    }
    require("exposureMs", exposureMs, 500);
    require("gain", gain, 1_000);
    if (whiteBalanceK != 0 && (whiteBalanceK < 2_000 || whiteBalanceK > 10_000)) {
      throw new IllegalArgumentException(
          "whiteBalanceK is 0, or 2000 to 10000, not " + whiteBalanceK);
    }
  }

  private static void require(String what, double value, int most) {
    if (!(value >= 0 && value <= most)) {
      throw new IllegalArgumentException(what + " is 0 to " + most + ", not " + value);
    }
  }

  /** Whether all is left to the camera. */
  public boolean isAutomatic() {
    return mainsHz == 0 && exposureMs == 0 && gain == 0 && whiteBalanceK == 0;
  }

  /** The nearest light that rpicam-vid has a word for. */
  String lamp() {
    return LAMPS.stream()
        .filter(lamp -> whiteBalanceK <= lamp.mostK())
        .map(Lamp::name)
        .findFirst()
        .orElse("cloudy");
  }
}
