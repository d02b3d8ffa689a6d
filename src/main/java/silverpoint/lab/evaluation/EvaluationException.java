package silverpoint.lab.evaluation;

/** A table or a photo that should be measured is not what it should be. */
public final class EvaluationException extends RuntimeException {
  private static final long serialVersionUID = 1;

  EvaluationException(String message) {
    super(message);
  }
}
