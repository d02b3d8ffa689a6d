package silverpoint.kiosk.crew;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A worker with a thread of its own, which outlives whatever goes wrong in the tasks. */
final class WorkerThread implements Worker {
  private static final Logger LOG = LoggerFactory.getLogger(WorkerThread.class);

  private final BlockingQueue<Runnable> work = new LinkedBlockingQueue<>();
  private final Thread thread;
  private final CountDownLatch closing = new CountDownLatch(1);

  WorkerThread(String name) {
    thread = Thread.ofPlatform().daemon().name(name).start(this::run);
  }

  @Override
  public void later(Runnable task) {
    work.add(task);
  }

  @Override
  public void rest(long ms) {
    try {
      closing.await(ms, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      LOG.debug("{} was interrupted", thread.getName());
    }
  }

  @Override
  public void interrupt() {
    thread.interrupt();
  }

  private void run() {
    while (closing.getCount() > 0) {
      try {
        goOn();
      } catch (RuntimeException | Error _) {
        // without memory even saying so fails
      }
    }
  }

  private void goOn() {
    try {
      work.take().run();
    } catch (InterruptedException e) {
      // closing; or somebody else's interrupt, which ends nothing
      LOG.debug("{} was interrupted", thread.getName());
    } catch (RuntimeException | Error e) {
      LOG.error("{} goes on after a failure", thread.getName(), e);
    }
  }

  @Override
  public void close() {
    closing.countDown();
    work.clear();
    work.add(() -> {});
    try {
      thread.join(TimeUnit.SECONDS.toMillis(5));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
