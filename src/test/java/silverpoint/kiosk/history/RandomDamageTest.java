package silverpoint.kiosk.history;

import static org.assertj.core.api.Assertions.assertThat;
import static silverpoint.kiosk.history.StagedHistory.VERSIONS;
import static silverpoint.kiosk.history.StagedHistory.session;
import static silverpoint.kiosk.history.StagedHistory.untilWritten;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import silverpoint.kiosk.booth.Outcome;

/**
 * Guests come and go in random order while the file is damaged, moved, emptied and made anew at
 * random. The style of a session's line marks its row, which is then found on the disk as it is.
 */
class RandomDamageTest {
  private static final int EVENTS = 80;

  @TempDir Path folder;

  static LongStream seeds() {
    return LongStream.rangeClosed(1, Long.getLong("seeds", 10));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void whatWasWrittenStaysOnTheDiskAndWhoComesAfterIsWritten(long seed)
      throws IOException, SQLException {
    StagedHistory staged = new StagedHistory(folder);
    Random random = new Random(seed);
    History history = begun(staged, random);
    long number = 1;
    Deque<Long> open = new ArrayDeque<>();
    Set<String> written = new HashSet<>();
    List<String> unmet = new ArrayList<>();
    for (int event = 0; event < EVENTS; event++) {
      int kind = random.nextInt(16);
      if (kind < 8 || open.isEmpty() && kind < 11) {
        String mark = "guest-%d-%d".formatted(seed, event);
        history.began(session(number));
        history.sketched(number, new LineFigures(event, 120, 0, 0, 0, 0, 0, mark));
        open.addLast(number);
        number++;
        unmet.add(mark);
      } else if (kind < 11) {
        history.ended(session(open.removeFirst()), Outcome.LEFT);
      } else {
        untilWritten(history);
        written.addAll(unmet);
        unmet.clear();
        switch (kind) {
          case 11 -> staged.damage(4096, Long.MAX_VALUE, random.nextLong());
          case 12 -> staged.damage(0, 100, random.nextLong());
          case 13 -> staged.empty();
          case 14 -> staged.moveAway();
          default -> {
            history.close();
            history = begun(staged, random);
            open.clear();
          }
        }
        written.removeIf(mark -> !staged.onDisk(mark));
      }
    }
    String last = "last-" + seed;
    history.began(session(number));
    history.sketched(number, new LineFigures(1, 120, 0, 0, 0, 0, 0, last));
    history.ended(session(number), Outcome.LEFT);
    history.close();
    assertThat(history.waiting()).isZero();
    assertThat(staged.told.stream().flatMap(Optional::stream))
        .noneMatch(what -> what.contains("is wrong and lost"));
    assertThat(written).allMatch(mark -> staged.onDisk(mark));
    assertThat(unmet).allMatch(mark -> staged.onDisk(mark));
    assertThat(staged.onDisk(last)).isTrue();
  }

  private static History begun(StagedHistory staged, Random random) {
    History history =
        staged.history(
            random.nextBoolean() ? HistoryFile::open : StagedHistory::withoutMemory,
            StagedHistory.ONLY_NOTES);
    history.begin(VERSIONS);
    return history;
  }
}
