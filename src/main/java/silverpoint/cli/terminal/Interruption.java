package silverpoint.cli.terminal;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C as a wish: the work in hand is finished and what is measured is written before the process
 * ends. A second Ctrl-C is the system's business.
 */
public final class Interruption implements AutoCloseable {
  private final Duration patience;
  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch written = new CountDownLatch(1);
  private final Thread hook = new Thread(this::askAndWait, "interruption");

  private Interruption(Duration patience) {
    this.patience = patience;
  }

  /**
   * @param patience the process ends after that, whatever is still in hand
   */
  public static Interruption watch(Duration patience) {
    Interruption interruption = new Interruption(patience);
    Runtime.getRuntime().addShutdownHook(interruption.hook);
    return interruption;
  }

  public boolean asked() {
    return asked.getCount() == 0;
  }

  /** Waits until it is asked for. */
  public void await() throws InterruptedException {
    asked.await();
  }

  /**
   * Waits until it is asked for, or the time is over.
   *
   * @return whether it was asked for
   */
  public boolean await(Duration longest) throws InterruptedException {
    return asked.await(longest.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void askAndWait() {
    asked.countDown();
    try {
      written.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Everything is written. */
  @Override
  public void close() {
    written.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // the process ends
      return;
    }
  }
}
