package silverpoint.lab.modelimport;

/**
 * A source file is missing, is not the one expected, or holds a net the importer cannot express.
 */
final class ImportException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ImportException(String message) {
    super(message);
  }

  public ImportException(String message, Throwable cause) {
    super(message, cause);
  }
}
