package silverpoint.kiosk.access;

/**
 * A file of secrets that is damaged or cannot be read or written; the message is one line for staff
 * that names the file and says how to mend it.
 */
public final class SecretFileException extends RuntimeException {
  private static final long serialVersionUID = 1;

  SecretFileException(String message) {
    super(message);
  }

  SecretFileException(String message, Throwable cause) {
    super(message, cause);
  }
}
