package silverpoint.kiosk.crew;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import silverpoint.UnspeakableError;

/** A worker does what it is asked for, whatever went wrong before. */
class WorkerThreadTest {
  @Test
  void outlivesAFailureOfWhichNothingCanBeSaid() throws InterruptedException {
    CountDownLatch done = new CountDownLatch(1);
    try (WorkerThread worker = new WorkerThread("worker")) {
      worker.later(() -> {
        throw new UnspeakableError();
      });
      worker.later(done::countDown);
      assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
    }
  }
}
