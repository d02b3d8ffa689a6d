package silverpoint.machine.plotter;

/** Seam: the lines that drive the motors, all written at once. */
@FunctionalInterface
public interface StepSink {
  /**
   * Writes some of the lines.
   *
   * @param bits levels, bit i for the driver's i-th line
   * @param mask the lines that are written; never 0
   */
  void write(int bits, int mask);
}
