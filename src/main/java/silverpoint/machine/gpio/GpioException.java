package silverpoint.machine.gpio;

/** The GPIO lines cannot be used; the message is one line that says why and what helps. */
public final class GpioException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public GpioException(String message) {
    super(message);
  }

  public GpioException(String message, Throwable cause) {
    super(message, cause);
  }
}
