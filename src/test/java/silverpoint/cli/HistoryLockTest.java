package silverpoint.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryLockTest {
  private static final Handover IMPATIENT = new Handover(System::nanoTime, () -> true, _ -> {});

  @TempDir Path folder;

  @Test
  void secondKioskIsRefusedUntilTheFirstHasEnded() {
    Path history = folder.resolve("state/history.db");
    try (HistoryLock first = HistoryLock.take(history, IMPATIENT)) {
      assertThatThrownBy(() -> HistoryLock.take(history, IMPATIENT))
          .isInstanceOf(CommandFailure.class)
          .hasMessageContaining("another kiosk")
          .hasMessageContaining("--history");
      HistoryLock.take(folder.resolve("other/history.db"), IMPATIENT).close();
    }
    assertThatCode(() -> HistoryLock.take(history, IMPATIENT).close()).doesNotThrowAnyException();
    assertThat(Files.isRegularFile(history)).isFalse();
  }

  @Test
  void diskThatTakesNothingStopsNoKiosk() throws IOException {
    Path blocked = Files.writeString(folder.resolve("blocked"), "a file, no folder");
    assertThatCode(() -> HistoryLock.take(blocked.resolve("history.db"), IMPATIENT).close())
        .doesNotThrowAnyException();
  }
}
