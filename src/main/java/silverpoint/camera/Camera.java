package silverpoint.camera;

/** Seam: a source of frames. */
public interface Camera {
  /**
   * The newest frame.
   *
   * @throws CameraException when the source gives none
   */
  Frame capture();
}
