package silverpoint.picture.trace;

/** A file that holds no line art; the message says why in one sentence. */
public final class TraceException extends RuntimeException {
  private static final long serialVersionUID = 1;

  TraceException(String message) {
    super(message);
  }

  TraceException(String message, Throwable cause) {
    super(message, cause);
  }

  static TraceException ofTooManyPoints() {
    return new TraceException(
        "has more than %d points, curves included: simplify it".formatted(LineArtFile.MOST_POINTS));
  }
}
