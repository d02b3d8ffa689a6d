package silverpoint.kiosk.history;

import static org.assertj.core.api.Assertions.assertThat;
import static silverpoint.kiosk.history.StagedHistory.NOON;
import static silverpoint.kiosk.history.StagedHistory.session;
import static silverpoint.kiosk.history.StagedHistory.until;
import static silverpoint.kiosk.history.StagedHistory.untilWritten;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A line that is kept for a day is gone after it, whatever the clock on the wall shows. */
class KeptLinesTest {
  @TempDir Path folder;
  private StagedHistory staged;

  @BeforeEach
  void stage() {
    staged = new StagedHistory(folder);
  }

  @Test
  void keptLineEndsAlsoWhenTheClockIsSetBack() {
    String line = "12.34,56.78 ".repeat(50);
    History history = staged.begun();
    history.began(session(1));
    history.keepLine(1, line);
    untilWritten(history);
    assertThat(staged.onDisk(line)).isTrue();
    staged.now = NOON.minus(Duration.ofDays(14));
    staged.boothMs.addAndGet(Duration.ofHours(24).toMillis());
    until(() -> history.keptLine(1).isEmpty());
    history.close();
    assertThat(staged.onDisk(line)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 6, 20, 23})
  void keptLineIsNoYoungerForAClockThatIsSetBack(int setBackAfterHours) {
    History history = staged.begun();
    history.began(session(1));
    history.keepLine(1, "12.34,56.78");
    untilWritten(history);
    pass(Duration.ofHours(setBackAfterHours));
    staged.now = staged.now.minus(Duration.ofHours(setBackAfterHours / 2 + 1));
    pass(Duration.ofHours(23 - setBackAfterHours));
    history.began(session(2));
    history.keepLine(2, "1.00,2.00");
    untilWritten(history);
    pass(Duration.ofHours(1));
    until(() -> history.keptLine(1).isEmpty());
    assertThat(history.keptLine(2)).as("a line of an hour").isPresent();
    pass(Duration.ofHours(23));
    until(() -> history.keptLine(2).isEmpty());
    history.close();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void keptLineIsNoYoungerForAClockThatIsSetBackBeforeTheNextRun(boolean whileItRan) {
    History history = staged.begun();
    history.began(session(1));
    history.keepLine(1, "12.34,56.78");
    untilWritten(history);
    pass(Duration.ofHours(20));
    until(() -> staged.lookedAt(staged.now));
    if (whileItRan) {
      staged.now = staged.now.minus(Duration.ofHours(10));
      history.close();
    } else {
      history.close();
      staged.now = staged.now.minus(Duration.ofHours(10));
    }
    History next = staged.begun();
    pass(Duration.ofHours(4));
    until(() -> next.keptLine(1).isEmpty());
    next.close();
    assertThat(staged.onDisk("12.34,56.78")).isFalse();
  }

  @Test
  void aLineIsKeptOverTheNextBeginningOfAClockThatGoesOn() {
    History history = staged.begun();
    history.began(session(1));
    history.keepLine(1, "12.34,56.78");
    untilWritten(history);
    pass(Duration.ofHours(20));
    until(() -> staged.lookedAt(staged.now));
    history.close();
    History next = staged.begun();
    pass(Duration.ofHours(3));
    until(() -> staged.lookedAt(staged.now));
    assertThat(next.keptLine(1)).isPresent();
    next.close();
  }

  private void pass(Duration time) {
    staged.boothMs.addAndGet(time.toMillis());
    staged.now = staged.now.plus(time);
  }
}
