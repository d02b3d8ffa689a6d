package silverpoint.kiosk.web;

/** The web server cannot start; the message is one line that says why and how to mend it. */
public final class WebException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public WebException(String message) {
    super(message);
  }

  public WebException(String message, Throwable cause) {
    super(message, cause);
  }
}
