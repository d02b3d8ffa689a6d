package silverpoint.cli;

/** A table or a photo that should be measured is not what it should be. */
final class EvaluationException extends RuntimeException {
  private static final long serialVersionUID = 1;

  EvaluationException(String message) {
    super(message);
  }
}
