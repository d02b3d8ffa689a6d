package silverpoint.kiosk.web;

import java.util.concurrent.CountDownLatch;
import silverpoint.kiosk.booth.Booth;
import silverpoint.kiosk.booth.BoothCommand;
import silverpoint.kiosk.booth.BoothEvent;

/** Holds up a booth's loop until it is closed. */
final class StuckLoop implements AutoCloseable {
  private final CountDownLatch released = new CountDownLatch(1);
  private final Runnable subscription;

  StuckLoop(Booth booth) throws InterruptedException {
    CountDownLatch stuck = new CountDownLatch(1);
    subscription =
        booth.subscribe(_ -> {
          stuck.countDown();
          try {
            released.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    booth.tell(new BoothEvent.Commanded(new BoothCommand.Close()));
    stuck.await();
  }

  @Override
  public void close() {
    subscription.run();
    released.countDown();
  }
}
