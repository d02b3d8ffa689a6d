package silverpoint.machine.plotter;

/** The machine cannot go on; the message is one line that says why. */
public sealed class PlotterException extends RuntimeException permits NotBegunException {
  private static final long serialVersionUID = 1;

  public PlotterException(String message) {
    super(message);
  }

  public PlotterException(String message, Throwable cause) {
    super(message, cause);
  }
}
