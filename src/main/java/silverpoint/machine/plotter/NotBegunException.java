package silverpoint.machine.plotter;

/** The machine does not begin to move: it stands where it stood; the message says why. */
public final class NotBegunException extends PlotterException {
  private static final long serialVersionUID = 1;

  public NotBegunException(String message) {
    super(message);
  }

  public NotBegunException(String message, Throwable cause) {
    super(message, cause);
  }
}
