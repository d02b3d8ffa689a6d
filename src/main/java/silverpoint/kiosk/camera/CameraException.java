package silverpoint.kiosk.camera;

/** A camera or picture file that gives no frame; the message is one line for people. */
public final class CameraException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public CameraException(String message) {
    super(message);
  }

  public CameraException(String message, Throwable cause) {
    super(message, cause);
  }
}
