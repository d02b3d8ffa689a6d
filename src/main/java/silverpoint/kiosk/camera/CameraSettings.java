package silverpoint.kiosk.camera;

/**
 * Which camera and how.
 *
 * @param source see {@link Cameras#named}
 * @param rotate degrees clockwise by which its pictures are turned until people stand upright
 * @param flip whether left and right of the turned pictures are exchanged
 */
public record CameraSettings(
    String source,
    int rotate,
    boolean flip,
    int widthPx,
    int heightPx,
    int framesPerS,
    CameraLight light) {
  private static final String DEMO = "demo";

  public CameraSettings {
    if (source.isBlank()) {
      throw new IllegalArgumentException("source is empty; 'demo' works without a camera");
    }
    if (rotate % 90 != 0 || rotate < 0 || rotate > 270) {
      throw new IllegalArgumentException("rotate is 0, 90, 180 or 270, not " + rotate);
    }
    new PictureSize(widthPx, heightPx, framesPerS);
  }

  public PictureSize size() {
    return new PictureSize(widthPx, heightPx, framesPerS);
  }

  /** Whether the camera is whichever is plugged in. */
  public boolean isAuto() {
    return source.equals("auto");
  }

  /** Whether it is the demo camera, whose guests stand upright and need no hands. */
  public boolean isDemo() {
    return source.equals(DEMO) || source.startsWith(DEMO + ":");
  }

  /** The same settings for another source. */
  public CameraSettings withSource(String other) {
    return new CameraSettings(other, rotate, flip, widthPx, heightPx, framesPerS, light);
  }

  /**
   * What sets pictures upright in which people lie.
   *
   * @param quarters by which they lie, clockwise
   */
  public String upright(int quarters) {
    int back = flip ? quarters : 4 - quarters;
    return (quarters == 2 ? "faces stand on their heads" : "faces stand on their side")
        + ": set rotate: "
        + (rotate + 90 * back) % 360
        + " in camera.yaml";
  }
}
