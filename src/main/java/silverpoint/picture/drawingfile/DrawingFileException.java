package silverpoint.picture.drawingfile;

/** A file that holds no line art; the message says why in one sentence. */
public final class DrawingFileException extends RuntimeException {
  private static final long serialVersionUID = 1;

  DrawingFileException(String message) {
    super(message);
  }

  DrawingFileException(String message, Throwable cause) {
    super(message, cause);
  }

  static DrawingFileException ofTooManyPoints() {
    return new DrawingFileException(
        "has more than %d points, curves included: simplify it".formatted(LineArtFile.MOST_POINTS));
  }
}
