package silverpoint.machine.linux;

/** A serial port that cannot be opened, or whose device has gone. */
public final class SerialException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public SerialException(String message) {
    super(message);
  }
}
