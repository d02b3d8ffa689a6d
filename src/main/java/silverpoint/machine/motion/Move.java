package silverpoint.machine.motion;

import silverpoint.foundation.geometry.Point;

/**
 * Straight motion of the stylus with start, cruise and end speed.
 *
 * @param fromMm start
 * @param toMm end, different from the start
 * @param profile speed over the length
 */
public record Move(Point fromMm, Point toMm, SpeedProfile profile) implements Block {
  public Move {
    double lengthMm = fromMm.distanceTo(toMm);
    if (!(lengthMm > 0) || Math.abs(lengthMm - profile.lengthMm()) > 1e-9) {
      throw new IllegalArgumentException(
          "a move from " + fromMm + " to " + toMm + " cannot have the profile " + profile);
    }
  }

  @Override
  public double durationS() {
    return profile.durationS();
  }

  /** Unit vector. */
  public Point direction() {
    return toMm.minus(fromMm).times(1 / profile.lengthMm());
  }
}
