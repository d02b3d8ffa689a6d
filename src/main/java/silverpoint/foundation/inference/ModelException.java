package silverpoint.foundation.inference;

/**
 * A model or the engine that should run it is unusable: missing, damaged, at odds with its card, or
 * without the device asked for. The message is one line that says which file, what is wrong and how
 * to mend it.
 */
public final class ModelException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ModelException(String message) {
    super(message);
  }

  public ModelException(String message, Throwable cause) {
    super(message, cause);
  }
}
