package silverpoint.machine.linux;

/**
 * Seam: bytes to and from a board, over a serial port or in memory. One thread reads; any may write
 * meanwhile, and what one call writes stays together. Once the board has gone every call throws a
 * {@link SerialException}.
 */
public interface SerialLine extends AutoCloseable {
  /** What has come, or nothing after the timeout. */
  byte[] read(int timeoutMs);

  void write(byte[] bytes);

  @Override
  void close();
}
