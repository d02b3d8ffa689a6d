package silverpoint.kiosk.app;

/** What one program at a time may use, another one uses; the message says what helps. */
public final class InUseException extends RuntimeException {
  private static final long serialVersionUID = 1;

  InUseException(String message) {
    super(message);
  }
}
