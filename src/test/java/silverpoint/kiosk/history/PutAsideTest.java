package silverpoint.kiosk.history;

import static org.assertj.core.api.Assertions.assertThat;
import static silverpoint.kiosk.history.StagedHistory.NOON;
import static silverpoint.kiosk.history.StagedHistory.VERSIONS;
import static silverpoint.kiosk.history.StagedHistory.serve;
import static silverpoint.kiosk.history.StagedHistory.session;
import static silverpoint.kiosk.history.StagedHistory.until;
import static silverpoint.kiosk.history.StagedHistory.untilWritten;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import silverpoint.kiosk.booth.Outcome;

/** A damaged file may hold lines: it is not kept longer than they are, and erased with them. */
class PutAsideTest {
  private static final String LINE = "12.34,56.78 ".repeat(50);
  private static final Duration KEPT = Duration.ofHours(24);

  @TempDir Path folder;
  private StagedHistory staged;

  @BeforeEach
  void stage() {
    staged = new StagedHistory(folder);
  }

  /** A file with a guest's line, whose head is then damaged. */
  private void damagedWithALine() throws IOException {
    History history = staged.begun();
    history.began(session(1));
    history.keepLine(1, LINE);
    history.ended(session(1), Outcome.LEFT);
    history.close();
    staged.damage(0, 100, 1);
  }

  /** A kiosk that found such a file when it began; somebody has looked into the file since. */
  private History putAside() throws IOException {
    damagedWithALine();
    History history = staged.begun();
    untilWritten(history);
    Path aside = staged.aside().getFirst();
    Files.writeString(beside(aside, "-wal"), LINE);
    Files.writeString(beside(aside, "-shm"), LINE);
    return history;
  }

  private static Path beside(Path file, String suffix) {
    return file.resolveSibling(file.getFileName() + suffix);
  }

  private void idle(History history) {
    staged.boothMs.addAndGet(StagedHistory.SOON.idleMs());
    serve(history, 2, 2);
    // what is written when idle comes after what waits
    until(() -> history.waiting() == 0);
    serve(history, 3, 3);
  }

  private static String minute(Instant time) {
    return DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm")
        .format(LocalDateTime.ofInstant(time, ZoneId.systemDefault()));
  }

  @Test
  void staffHearWhereItIsAndUntilWhenItCanBeSaved() throws IOException {
    putAside().close();
    String name = staged.aside().getFirst().getFileName().toString();
    String told = staged.told.stream().flatMap(Optional::stream).findFirst().orElseThrow();
    assertThat(told).contains(folder.toString(), name, minute(NOON.plus(KEPT)));
  }

  @Test
  void staffHearItAgainAtEveryStartUntilThen() throws IOException {
    putAside().close();
    String name = staged.aside().getFirst().getFileName().toString();
    staged.told.clear();
    staged.now = NOON.plus(KEPT).minusSeconds(1);
    staged.begun().close();
    assertThat(staged.told.getFirst().orElseThrow())
        .contains(folder.toString(), name, minute(NOON.plus(KEPT)));
    assertThat(staged.aside()).hasSize(1);

    staged.told.clear();
    staged.now = NOON.plus(KEPT);
    staged.begun().close();
    assertThat(staged.told).noneMatch(Optional::isPresent);
  }

  @Test
  void itIsDeletedWhileTheKioskRunsWhenTheHoursAreOver() throws IOException {
    History history = putAside();
    staged.now = NOON.plus(KEPT).minusSeconds(1);
    idle(history);
    assertThat(staged.aside()).hasSize(1);
    assertThat(staged.onDisk(LINE)).isTrue();

    staged.now = NOON.plus(KEPT);
    staged.boothMs.addAndGet(StagedHistory.SOON.idleMs());
    until(() -> !staged.onDisk(LINE));
    history.close();
    assertThat(staged.aside()).isEmpty();
  }

  @Test
  void itIsDeletedWhenTheKioskBeginsAfterTheHours() throws IOException {
    putAside().close();
    staged.now = NOON.plus(KEPT);
    History history = staged.begun();
    until(() -> !staged.onDisk(LINE));
    history.close();
    assertThat(staged.aside()).isEmpty();
  }

  @Test
  void itIsDeletedWhenTheClockWasSetBackAndNobodyKnowsItsAge() throws IOException {
    putAside().close();
    staged.now = NOON.minusSeconds(3600);
    History history = staged.begun();
    until(() -> !staged.onDisk(LINE));
    history.close();
  }

  @Test
  void itIsDeletedWhenTheClockWasSetBackByLessThanItsAgeBeforeTheNextRun() throws IOException {
    History before = putAside();
    staged.boothMs.addAndGet(Duration.ofHours(20).toMillis());
    staged.now = NOON.plus(Duration.ofHours(20));
    until(() -> staged.lookedAt(staged.now));
    before.close();
    staged.now = NOON.plus(Duration.ofHours(10));
    History history = staged.begun();
    until(() -> !staged.onDisk(LINE));
    history.close();
  }

  @Test
  void logWithoutItsFileIsDeletedToo() throws IOException {
    Files.writeString(
        folder.resolve("history.db.damaged-" + NOON.minus(KEPT).toEpochMilli() + "-wal"), LINE);
    History history = staged.begun();
    until(() -> !staged.onDisk(LINE));
    history.close();
  }

  @Test
  void erasingAllDataDeletesItAtOnce() throws IOException {
    History history = putAside();
    history.eraseLines();
    untilWritten(history);
    assertThat(staged.onDisk(LINE)).isFalse();
    assertThat(staged.aside()).isEmpty();
    history.close();
  }

  @Test
  void erasingAllDataOfAKioskThatDoesNotRunDeletesIt() throws IOException {
    putAside().close();
    staged.history().eraseLinesNow();
    assertThat(staged.onDisk(LINE)).isFalse();
  }

  @Test
  void damageThatErasingMeetsLeavesNothing() throws IOException {
    damagedWithALine();
    staged.history().eraseLinesNow();
    assertThat(staged.onDisk(LINE)).isFalse();
    damagedWithALine();
    History history = staged.history(StagedHistory::withoutMemory, StagedHistory.ONLY_NOTES);
    history.begin(VERSIONS);
    history.began(session(2));
    history.keepLine(2, LINE);
    untilWritten(history);
    staged.damage(0, 100, 2);
    history.eraseLines();
    history.close();
    assertThat(staged.onDisk(LINE)).isFalse();
    assertThat(history.waiting()).isZero();
  }

  @Test
  void filesThatArePutAsideInOneMomentAllStayTheirTime() throws IOException {
    for (int i = 0; i < 3; i++) {
      Files.writeString(staged.file, "no database at all, but long enough ".repeat(99));
      History history = staged.begun();
      untilWritten(history);
      history.close();
    }
    assertThat(staged.aside()).hasSize(3);
  }

  @Test
  void otherFilesAreNobodysToDelete() throws IOException {
    List<Path> others =
        List.of(
            folder.resolve("history.db.damaged-copy"),
            folder.resolve("history.db.damaged-1.saved"),
            folder.resolve("other.db.damaged-1"),
            folder.resolve("historyxdb.damaged-1"));
    for (Path other : others) {
      Files.writeString(other, "kept");
    }
    History history = staged.begun();
    history.eraseLines();
    untilWritten(history);
    history.close();
    assertThat(others).allMatch(Files::exists);
  }

  @Test
  void fileThatCannotBeDeletedIsToldAndTriedAgain() throws IOException {
    History history = putAside();
    Path aside = staged.aside().getFirst();
    Files.delete(aside);
    Files.createDirectories(aside.resolve("full"));
    history.eraseLines();
    staged.untilTold(aside.getFileName() + " cannot be deleted");
    Files.delete(aside.resolve("full"));
    untilWritten(history);
    history.close();
    assertThat(staged.aside()).isEmpty();
  }
}
