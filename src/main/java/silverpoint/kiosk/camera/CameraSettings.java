package silverpoint.kiosk.camera;

/**
 * Which camera and how.
 *
 * @param source see {@link Cameras#named}
 */
public record CameraSettings(String source, int widthPx, int heightPx, int framesPerS) {
  public CameraSettings {
    if (source.isBlank()) {
      throw new IllegalArgumentException("source is empty; 'demo' works without a camera");
    }
    new PictureSize(widthPx, heightPx, framesPerS);
  }

  public PictureSize size() {
    return new PictureSize(widthPx, heightPx, framesPerS);
  }

  /** The same settings for another source. */
  public CameraSettings withSource(String other) {
    return new CameraSettings(other, widthPx, heightPx, framesPerS);
  }
}
