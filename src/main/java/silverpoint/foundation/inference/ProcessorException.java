package silverpoint.foundation.inference;

/** The processor cannot run models; the message is one line that says why and what helps. */
public final class ProcessorException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ProcessorException(String message) {
    super(message);
  }
}
