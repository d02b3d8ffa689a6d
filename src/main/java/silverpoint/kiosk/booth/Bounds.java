package silverpoint.kiosk.booth;

import java.util.Locale;

/** The range of a setting. */
final class Bounds {
  private Bounds() {}

  static void check(String key, double value, double least, double most) {
    if (!(value >= least && value <= most)) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "%s must lie in %s..%s: %s", key, least, most, value));
    }
  }
}
