package silverpoint.kiosk.crew;

/** Seam: does one thing after the other, on a thread that nobody waits for. */
interface Worker extends AutoCloseable {
  /** Has something done, after all that was asked for before. */
  void later(Runnable task);

  /** Waits inside of a task; not longer than until the worker is closed. */
  void rest(long ms);

  /** Interrupts what is done at the moment. */
  void interrupt();

  /** Ends after what is done at the moment; waits some seconds for that. */
  @Override
  void close();
}
