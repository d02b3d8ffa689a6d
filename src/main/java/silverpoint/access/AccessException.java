package silverpoint.access;

/**
 * A secret that cannot be used or kept; the message is one line that says what and how to mend it.
 */
public final class AccessException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public AccessException(String message) {
    super(message);
  }

  public AccessException(String message, Throwable cause) {
    super(message, cause);
  }
}
