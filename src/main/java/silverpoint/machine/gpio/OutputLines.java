package silverpoint.machine.gpio;

/** Seam: output lines that are written together. */
public interface OutputLines extends AutoCloseable {
  /**
   * Writes some of the lines.
   *
   * @param bits levels, bit i for the i-th line
   * @param mask the lines that are written; never 0
   */
  void write(int bits, int mask);

  /** Drives the lines to their safe levels and gives them back. */
  @Override
  void close();
}
