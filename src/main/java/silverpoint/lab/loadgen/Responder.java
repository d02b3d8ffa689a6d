package silverpoint.lab.loadgen;

/** Seam: what is under load. */
public interface Responder {
  /**
   * Answers a query; returns when it is done. Called from as many threads as the load has workers.
   *
   * @param query number of the query, from 0; its samples follow from it
   */
  void answer(int query);
}
