package silverpoint.route;

import silverpoint.geometry.Point;

/**
 * Factors around 1 that follow from a seed and from where a piece of line begins and ends, in
 * whichever direction.
 *
 * @param amplitude how far a factor may be from 1, below 1
 */
record Noise(long seed, double amplitude) {
  static final Noise NONE = new Noise(0, 0);

  double at(Point a, Point b) {
    if (amplitude == 0) {
      return 1;
    }
    long places = mixed(a) + mixed(b);
    double between0And1 = (mixed(seed ^ places) >>> 11) * 0x1p-53;
    return 1 + amplitude * (2 * between0And1 - 1);
  }

  /** No factor is smaller. */
  double least() {
    return 1 - amplitude;
  }

  private static long mixed(Point point) {
    long x = Double.doubleToLongBits(point.x());
    return mixed(mixed(x) + Double.doubleToLongBits(point.y()));
  }

  /** The finalizer of SplitMix64 (Steele, Lea and Flood 2014). */
  private static long mixed(long value) {
    long z = (value ^ value >>> 30) * 0xbf58476d1ce4e5b9L;
    z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
    return z ^ z >>> 31;
  }
}
