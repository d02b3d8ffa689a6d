package silverpoint.kiosk.camera;

/**
 * Where the demo camera's visitor stands at a time.
 *
 * @param present whether anybody is there
 * @param mirrored every other visitor is the first one's mirror image
 * @param faceX centre of the face, share of the picture's width
 * @param bobPx up and down of walking and breathing
 * @param zoom px of the picture for a px of the portrait
 * @param rollRadians the head tilts a little
 */
record DemoVisit(
    boolean present,
    boolean mirrored,
    double faceX,
    double bobPx,
    double zoom,
    double rollRadians) {
  /** One visitor after the other, s. */
  static final double CYCLE_S = 80;

  private static final double ARRIVES_S = 4;
  private static final double STANDS_S = 9;
  private static final double LEAVES_S = 69;
  private static final double GONE_S = 73;

  private static final double FAR_ZOOM = 0.5;
  private static final double NEAR_ZOOM = 1.5;
  private static final double OUTSIDE_X = -0.35;

  static DemoVisit at(double timeS, long seed) {
    double s = timeS % CYCLE_S;
    long visitor = (long) (timeS / CYCLE_S);
    boolean mirrored = (visitor + seed) % 2 == 0;
    double here;
    if (s < STANDS_S) {
      here = smooth((s - ARRIVES_S) / (STANDS_S - ARRIVES_S));
    } else {
      here = 1 - smooth((s - LEAVES_S) / (GONE_S - LEAVES_S));
    }
    double from = mirrored ? 1 - OUTSIDE_X : OUTSIDE_X;
    double standsAt = 0.5 + 0.02 * Math.sin(seed + 3.0 * visitor);
    double phase = seed % 97;
    double walking = here < 1 ? 4 * Math.sin(9 * s) : 0;
    double sway =
        0.0015 * (Math.sin(0.7 * timeS + phase) + 0.6 * Math.sin(1.7 * timeS + 2 * phase));
    return new DemoVisit(
        here > 0,
        mirrored,
        from + (standsAt - from) * here + sway,
        walking + 0.6 * Math.sin(1.5 * timeS + phase),
        FAR_ZOOM + (NEAR_ZOOM - FAR_ZOOM) * here,
        0.012 * Math.sin(0.5 * timeS + phase));
  }

  private static double smooth(double share) {
    double x = Math.clamp(share, 0.0, 1.0);
    return x * x * (3 - 2 * x);
  }
}
