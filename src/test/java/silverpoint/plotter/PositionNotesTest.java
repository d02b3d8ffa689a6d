package silverpoint.plotter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
}
