package silverpoint.kiosk.camera;

/** Seam: something that can be opened to give pictures, again and again. */
public interface Camera {
  /** What people call it, such as "webcam /dev/video0" or "demo camera". */
  String name();

  /** What a person does when it gives no pictures, such as "pull its plug and put it back". */
  String cure();

  /** Whether those whom it sees could touch the screen before it. */
  default boolean seesPeople() {
    return true;
  }

  /**
   * Opens the source. May block for as long as the device likes.
   *
   * @throws CameraException when there is nothing to open; the message says how to mend it
   */
  CameraStream open();
}
