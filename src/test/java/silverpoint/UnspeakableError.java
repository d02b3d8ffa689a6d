package silverpoint;

/** An error of which nothing can be said: whoever tries finds no memory, either. */
public final class UnspeakableError extends Error {
  private static final long serialVersionUID = 1;

  @Override
  public String getMessage() {
    throw new OutOfMemoryError("planted");
  }

  @Override
  public String toString() {
    throw new OutOfMemoryError("planted");
  }
}
