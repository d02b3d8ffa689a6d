package silverpoint.lab.benchmark;

/** Seam: who watches a run. */
public interface Progress {
  /**
   * Told of every step.
   *
   * @param done share of the run, 0..1
   * @param what is being done, for people
   */
  void step(double done, String what);
}
