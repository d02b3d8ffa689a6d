package silverpoint.machine.gpio;

import java.util.Optional;

/** Seam: input lines, their levels and their edges. */
public interface InputLines extends AutoCloseable {
  /**
   * A change of a line.
   *
   * @param pin BCM number
   * @param high whether the line has become high
   */
  record Edge(int pin, boolean high) {}

  /** Whether the line is high now; from any thread. */
  boolean isHigh(int pin);

  /** The next edge, or none so far. One thread at a time may wait, for that long at most. */
  Optional<Edge> next(int timeoutMs);

  /** Gives the lines back. */
  @Override
  void close();
}
