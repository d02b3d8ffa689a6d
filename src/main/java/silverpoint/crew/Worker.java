package silverpoint.crew;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One thread that does one thing after the other and outlives whatever goes wrong in them. */
final class Worker implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Worker.class);

  private final BlockingQueue<Runnable> work = new LinkedBlockingQueue<>();
  private final Thread thread;
  private volatile boolean open = true;

  Worker(String name) {
    thread = Thread.ofPlatform().daemon().name(name).start(this::run);
  }

  /** Has something done, after all that was asked for before. */
  void later(Runnable task) {
    work.add(task);
  }

  private void run() {
    while (open) {
      try {
        work.take().run();
      } catch (InterruptedException e) {
        // closing; or somebody else's interrupt, which ends nothing
        LOG.debug("{} was interrupted", thread.getName());
      } catch (RuntimeException | Error e) {
        LOG.error("{} goes on after a failure", thread.getName(), e);
      }
    }
  }

  /** Ends the thread after what it does at the moment; waits some seconds for that. */
  @Override
  public void close() {
    open = false;
    work.clear();
    work.add(() -> {});
    try {
      thread.join(TimeUnit.SECONDS.toMillis(5));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
