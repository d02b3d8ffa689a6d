package silverpoint.machine.motion;

/**
 * Speed over a straight length: a rise, a constant part and a fall at one acceleration (a
 * trapezoid, or a triangle where the length is too short to cruise). Times and distances are
 * closed-form, from the start of the length.
 *
 * @param lengthMm may be 0
 * @param startMmPerS speed at the start, positive
 * @param cruiseMmPerS highest speed, reached over the length
 * @param endMmPerS speed at the end, positive
 * @param accelerationMmPerS2 of the rise and of the fall, positive
 */
public record SpeedProfile(
    double lengthMm,
    double startMmPerS,
    double cruiseMmPerS,
    double endMmPerS,
    double accelerationMmPerS2) {
  public SpeedProfile {
    boolean positive = lengthMm >= 0 && startMmPerS > 0 && endMmPerS > 0 && accelerationMmPerS2 > 0;
    double rampsMm =
        (2 * cruiseMmPerS * cruiseMmPerS - startMmPerS * startMmPerS - endMmPerS * endMmPerS)
            / (2 * accelerationMmPerS2);
    if (!positive
        || !(cruiseMmPerS >= Math.max(startMmPerS, endMmPerS))
        || !(rampsMm <= lengthMm + 1e-9)) {
      throw new IllegalArgumentException(
          "no speed profile: %s mm, %s to %s to %s mm/s at %s mm/s2"
              .formatted(lengthMm, startMmPerS, cruiseMmPerS, endMmPerS, accelerationMmPerS2));
    }
  }

  /** The fastest profile between two speeds that keeps a limit; the end must be reachable. */
  public static SpeedProfile fastest(
      double lengthMm,
      double startMmPerS,
      double limitMmPerS,
      double endMmPerS,
      double accelerationMmPerS2) {
    double peak =
        Math.sqrt(
            (startMmPerS * startMmPerS + endMmPerS * endMmPerS) / 2
                + accelerationMmPerS2 * lengthMm);
    double cruise = Math.max(Math.min(limitMmPerS, peak), Math.max(startMmPerS, endMmPerS));
    return new SpeedProfile(lengthMm, startMmPerS, cruise, endMmPerS, accelerationMmPerS2);
  }

  public double durationS() {
    return riseS() + cruiseMm() / cruiseMmPerS + fallS();
  }

  /** When the given distance is passed, seconds. */
  public double timeAtS(double distanceMm) {
    double riseMm = riseMm();
    if (distanceMm <= riseMm) {
      return rampS(startMmPerS, distanceMm);
    }
    double leftMm = lengthMm - distanceMm;
    if (leftMm <= fallMm()) {
      return durationS() - rampS(endMmPerS, leftMm);
    }
    return riseS() + (distanceMm - riseMm) / cruiseMmPerS;
  }

  /** How far the motion has come after the given time, mm. */
  public double distanceAtMm(double timeS) {
    if (timeS <= riseS()) {
      return timeS * (startMmPerS + accelerationMmPerS2 * timeS / 2);
    }
    double leftS = durationS() - timeS;
    if (leftS <= fallS()) {
      return lengthMm - leftS * (endMmPerS + accelerationMmPerS2 * leftS / 2);
    }
    return riseMm() + (timeS - riseS()) * cruiseMmPerS;
  }

  /** The speed after the given distance, mm/s. */
  public double speedAtMm(double distanceMm) {
    double leftMm = lengthMm - distanceMm;
    double fromStartSq = startMmPerS * startMmPerS + 2 * accelerationMmPerS2 * distanceMm;
    double fromEndSq = endMmPerS * endMmPerS + 2 * accelerationMmPerS2 * leftMm;
    double reachableSq = Math.max(0, Math.min(fromStartSq, fromEndSq));
    return Math.min(cruiseMmPerS, Math.sqrt(reachableSq));
  }

  /** (-v + sqrt(v^2 + 2 a s)) / a, written so that nothing cancels. */
  private double rampS(double fromMmPerS, double distanceMm) {
    return 2
        * distanceMm
        / (fromMmPerS + Math.sqrt(fromMmPerS * fromMmPerS + 2 * accelerationMmPerS2 * distanceMm));
  }

  private double riseMm() {
    return (cruiseMmPerS * cruiseMmPerS - startMmPerS * startMmPerS) / (2 * accelerationMmPerS2);
  }

  private double fallMm() {
    return (cruiseMmPerS * cruiseMmPerS - endMmPerS * endMmPerS) / (2 * accelerationMmPerS2);
  }

  private double cruiseMm() {
    return Math.max(0, lengthMm - riseMm() - fallMm());
  }

  private double riseS() {
    return (cruiseMmPerS - startMmPerS) / accelerationMmPerS2;
  }

  private double fallS() {
    return (cruiseMmPerS - endMmPerS) / accelerationMmPerS2;
  }
}
