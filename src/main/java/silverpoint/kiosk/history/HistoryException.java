package silverpoint.kiosk.history;

/** The history cannot be read or written; the message is one line that says why. */
public final class HistoryException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public HistoryException(String message, Throwable cause) {
    super(message, cause);
  }
}
