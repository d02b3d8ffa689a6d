package silverpoint.kiosk.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateLockTest {
  private static final Handover IMPATIENT = new Handover(System::nanoTime, () -> true, _ -> {});

  private static final String CURE = "give this one its own";

  @TempDir Path folder;

  @Test
  void secondKioskIsRefusedUntilTheFirstHasEnded() {
    Path history = folder.resolve("state/history.db");
    try (StateLock first = StateLock.take(history, CURE, IMPATIENT)) {
      assertThatThrownBy(() -> StateLock.take(history, CURE, IMPATIENT))
          .isInstanceOf(InUseException.class)
          .hasMessageContaining("another kiosk")
          .hasMessageContaining(CURE);
      StateLock.take(folder.resolve("other/history.db"), CURE, IMPATIENT).close();
    }
    assertThatCode(() -> StateLock.take(history, CURE, IMPATIENT).close())
        .doesNotThrowAnyException();
    assertThat(Files.isRegularFile(history)).isFalse();
  }

  @Test
  void diskThatTakesNothingStopsNoKiosk() throws IOException {
    Path blocked = Files.writeString(folder.resolve("blocked"), "a file, no folder");
    assertThatCode(() -> StateLock.take(blocked.resolve("history.db"), CURE, IMPATIENT).close())
        .doesNotThrowAnyException();
  }
}
