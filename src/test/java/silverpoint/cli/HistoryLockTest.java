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
  @TempDir Path folder;

  @Test
  void secondKioskIsRefusedUntilTheFirstHasEnded() {
    Path history = folder.resolve("state/history.db");
    try (HistoryLock first = HistoryLock.take(history)) {
      assertThatThrownBy(() -> HistoryLock.take(history))
          .isInstanceOf(CommandFailure.class)
          .hasMessageContaining("another kiosk")
          .hasMessageContaining("--history");
      HistoryLock.take(folder.resolve("other/history.db")).close();
    }
    assertThatCode(() -> HistoryLock.take(history).close()).doesNotThrowAnyException();
    assertThat(Files.isRegularFile(history)).isFalse();
  }

  @Test
  void diskThatTakesNothingStopsNoKiosk() throws IOException {
    Path blocked = Files.writeString(folder.resolve("blocked"), "a file, no folder");
    assertThatCode(() -> HistoryLock.take(blocked.resolve("history.db")).close())
        .doesNotThrowAnyException();
  }
}
