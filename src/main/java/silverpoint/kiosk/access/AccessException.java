package silverpoint.kiosk.access;

/** A wish for a secret that is refused; the message is one line that says why. */
public final class AccessException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public AccessException(String message) {
    super(message);
  }

  public AccessException(String message, Throwable cause) {
    super(message, cause);
  }
}
