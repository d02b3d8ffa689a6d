package silverpoint.camera;

/** Seam: something that can be opened to give pictures, again and again. */
public interface Camera {
  /** What people call it, such as "webcam /dev/video0" or "demo camera". */
  String name();

  /**
   * Opens the source. May block for as long as the device likes.
   *
   * @throws CameraException when there is nothing to open; the message says how to mend it
   */
  CameraStream open();
}
