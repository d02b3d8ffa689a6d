package silverpoint.machine.plotter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import silverpoint.UnspeakableError;

class PositionNotesTest {
  @TempDir private Path directory;

  /** The file may belong to the next kiosk by then. */
  @Test
  void nothingIsNotedOnceTheyAreClosed() throws Exception {
    Path file = directory.resolve("position");
    Files.createDirectory(file);
    PositionNotes notes = new PositionNotes(new PositionFile(file, System::nanoTime), why -> {});
    notes.rest(PositionFileTest.at(MachinePosition.State.AT_REST, 1));
    assertThat(notes.trouble()).isPresent();
    // whoever notes later waits for these notes to be free
    synchronized (notes) {
      notes.close();
      Files.delete(file);
    }
    Thread.sleep(Duration.ofMillis(400));
    assertThat(file).doesNotExist();
  }

  @Test
  void whatCannotBeAskedOnceIsAskedAgain() {
    AtomicInteger asked = new AtomicInteger();
    AtomicLong nowNs = new AtomicLong();
    PositionFile file = new PositionFile(directory.resolve("position"), nowNs::get);
    try (PositionNotes notes = new PositionNotes(file, why -> {})) {
      MachinePosition position = PositionFileTest.at(MachinePosition.State.MOVING, 1);
      notes.depart(
          position,
          () -> {
            if (asked.getAndIncrement() == 1) {
              throw new UnspeakableError();
            }
            return position;
          });
      for (int i = 0; i < 3_000 && asked.get() < 3; i++) {
        nowNs.addAndGet(1_000_000_000);
        LockSupport.parkNanos(10_000_000);
      }
      assertThat(asked).hasValueGreaterThan(2);
    }
  }
}
