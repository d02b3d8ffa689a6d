package silverpoint.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C as a wish: the work in hand is finished and what is measured is written before the process
 * ends. A second Ctrl-C is the system's business.
 */
final class Interruption implements AutoCloseable {
  private static final long PATIENCE_S = 120;

  private final CountDownLatch written = new CountDownLatch(1);
  private final Thread hook = new Thread(this::askAndWait, "interruption");
  private volatile boolean asked;

  static Interruption watch() {
    Interruption interruption = new Interruption();
    Runtime.getRuntime().addShutdownHook(interruption.hook);
    return interruption;
  }

  boolean asked() {
    return asked;
  }

  private void askAndWait() {
    asked = true;
    try {
      written.await(PATIENCE_S, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Everything is written. */
  @Override
  public void close() {
    written.countDown();
    if (!asked) {
      Runtime.getRuntime().removeShutdownHook(hook);
    }
  }
}
