package silverpoint.kiosk.history;

import static org.assertj.core.api.Assertions.assertThat;
import static silverpoint.kiosk.history.StagedHistory.NOON;
import static silverpoint.kiosk.history.StagedHistory.VERSIONS;
import static silverpoint.kiosk.history.StagedHistory.change;
import static silverpoint.kiosk.history.StagedHistory.job;
import static silverpoint.kiosk.history.StagedHistory.rows;
import static silverpoint.kiosk.history.StagedHistory.serve;
import static silverpoint.kiosk.history.StagedHistory.session;
import static silverpoint.kiosk.history.StagedHistory.sessions;
import static silverpoint.kiosk.history.StagedHistory.until;
import static silverpoint.kiosk.history.StagedHistory.untilWritten;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import silverpoint.UnspeakableError;
import silverpoint.kiosk.booth.Outcome;

/** What can heal is tried again, what is wrong in itself holds up nothing, and staff know. */
class HistoryWriterTest {
  @TempDir Path folder;
  private StagedHistory staged;

  @BeforeEach
  void stage() {
    staged = new StagedHistory(folder);
  }

  /** A kiosk that serves guests while something is wrong with every file that it opens. */
  private void delays(String pragma, String told) throws SQLException {
    AtomicBoolean wrong = new AtomicBoolean(true);
    staged.begun().close();
    History history =
        staged.history(path -> {
          HistoryFile file = HistoryFile.open(path);
          if (wrong.get()) {
            file.execute(pragma);
          }
          return file;
        });
    assertThat(history.begin(VERSIONS).nextSession()).isEqualTo(1);
    for (long number = 1; number <= 300; number++) {
      history.began(session(number));
      history.ended(session(number), Outcome.LEFT);
    }
    staged.untilTold(told);
    assertThat(history.waiting()).isPositive();
    wrong.set(false);
    untilWritten(history);
    until(() -> staged.told.getLast().equals(Optional.empty()));
    history.close();
    assertThat(sessions(staged.file)).hasSize(300);
    assertThat(rows(staged.file, "SELECT count(*) FROM run")).containsExactly("2");
  }

  @Test
  void fullDiskDelaysNotesAndLosesNone() throws SQLException {
    delays("PRAGMA max_page_count = 1", "the disk is full");
  }

  @Test
  void fileThatMayNotBeWrittenToDelaysNotesAndLosesNone() throws SQLException {
    delays("PRAGMA query_only = ON", "the file cannot be written to");
  }

  @Test
  void fileThatAnotherProgramHoldsDelaysNotesAndLosesNone() throws SQLException {
    History history =
        staged.history(path -> {
          HistoryFile file = HistoryFile.open(path);
          file.execute("PRAGMA busy_timeout = 0");
          return file;
        });
    history.begin(VERSIONS);
    serve(history, 1, 1);
    try (Connection other = StagedHistory.open(staged.file);
        Statement statement = other.createStatement()) {
      statement.execute("BEGIN IMMEDIATE");
      history.began(session(2));
      staged.untilTold("another program holds the file");
      statement.execute("ROLLBACK");
    }
    untilWritten(history);
    history.close();
    assertThat(sessions(staged.file)).containsExactly(1L, 2L);
  }

  @Test
  void noteThatIsWrongIsLostAloneAndToldWithItsWords() throws SQLException {
    History history = staged.begun();
    history.began(session(1));
    history.ended(session(7), Outcome.LEFT);
    history.began(session(2));
    untilWritten(history);
    history.close();
    assertThat(sessions(staged.file)).containsExactly(1L, 2L);
    staged.untilTold("a note is wrong and lost: session 7 ended");
  }

  @Test
  void noticeEndsAfterItsTime() {
    History history = staged.begun();
    history.ended(session(7), Outcome.LEFT);
    staged.untilTold("session 7 ended");
    staged.boothMs.addAndGet(StagedHistory.SOON.idleMs());
    until(() -> staged.told.getLast().equals(Optional.empty()));
    history.close();
  }

  @Test
  void halfANoteIsNoNote() throws IOException, SQLException {
    History first = staged.begun();
    first.began(session(1));
    first.close();
    change(
        staged.file, "CREATE TRIGGER no BEFORE INSERT ON run BEGIN SELECT RAISE(ABORT, 'no'); END");
    staged.begun().close();
    assertThat(rows(staged.aside().getFirst(), "SELECT number FROM session WHERE outcome IS NULL"))
        .containsExactly("1");
  }

  @Test
  void errorOfTheWriterIsToldAndDoesNotEndIt() throws SQLException {
    AtomicInteger opened = new AtomicInteger();
    History history =
        staged.history(path -> {
          switch (opened.getAndIncrement()) {
            case 0 -> throw new SQLException("not yet");
            case 1, 2, 3 -> throw new OutOfMemoryError("no memory is left");
            default -> {
              return HistoryFile.open(path);
            }
          }
        });
    history.begin(VERSIONS);
    serve(history, 1, 2);
    history.close();
    staged.untilTold("no memory is left");
    assertThat(sessions(staged.file)).containsExactly(1L, 2L);
  }

  @Test
  void errorOfWhichNothingCanBeSaidDoesNotEndTheWriter() throws SQLException {
    AtomicInteger opened = new AtomicInteger();
    History history =
        staged.history(path -> {
          if (opened.getAndIncrement() == 1) {
            throw new UnspeakableError();
          }
          return HistoryFile.open(path);
        });
    history.begin(VERSIONS);
    serve(history, 1, 2);
    history.close();
    assertThat(sessions(staged.file)).containsExactly(1L, 2L);
  }

  @Test
  void listenerThatThrowsDoesNotEndTheWriter() throws SQLException {
    History history =
        new History(
            staged.file,
            new HistorySettings(24),
            staged.clock(),
            _ -> {
              throw new IllegalStateException("nobody listens");
            },
            HistoryFile::open,
            StagedHistory.SOON);
    history.begin(VERSIONS);
    history.ended(session(7), Outcome.LEFT);
    serve(history, 1, 2);
    history.close();
    assertThat(sessions(staged.file)).containsExactly(1L, 2L);
  }

  @Test
  void linesThatWaitWhileAllAreErasedAreErasedToo() throws IOException {
    Files.createDirectory(staged.file);
    History history = staged.begun();
    history.began(session(1));
    history.keepLine(1, "1.00,2.00");
    history.eraseLines();
    Files.delete(staged.file);
    untilWritten(history);
    history.close();
    assertThat(staged.history().sessionsSince(NOON)).hasSize(1);
    assertThat(staged.history().keptLine(1)).isEmpty();
  }

  @Test
  void nobodyKnowsWhenASessionThatWasInterruptedEnded() {
    History killed = staged.begun();
    killed.began(session(1));
    killed.close();
    staged.now = NOON.minus(Duration.ofDays(14));
    staged.begun().close();
    SessionEntry entry = staged.history().sessionsSince(Instant.EPOCH).getFirst();
    assertThat(entry.outcome()).contains("INTERRUPTED");
    assertThat(entry.ended()).isEmpty();
  }

  @Test
  void sessionThatSpansAJumpOfTheClockIsAsLongAsItWas() {
    History history = staged.begun();
    history.began(session(1));
    history.began(session(2));
    staged.now = NOON.plus(Duration.ofDays(14)).plusSeconds(125);
    staged.boothMs.set(125_000);
    history.ended(job(1).ticket(), Optional.of(job(1)), Outcome.DRAWN, 125_000);
    history.ended(session(2), Outcome.LEFT);
    history.close();
    assertThat(staged.history().sessionsSince(Instant.EPOCH))
        .allSatisfy(entry ->
            assertThat(Duration.between(entry.began(), entry.ended().orElseThrow()))
                .isEqualTo(Duration.ofSeconds(125)));
  }

  @Test
  void aDiskThatHangsKeepsTheEndNoLongerThanItsTimeSays() {
    CountDownLatch disk = new CountDownLatch(1);
    AsideFiles aside =
        new AsideFiles(
            staged.file, InstantSource.fixed(StagedHistory.NOON), new HistorySettings(24));
    HistoryWriter writer =
        new HistoryWriter(
            staged.file,
            new CurrentFile(staged.file, HistoryFile::open, aside, _ -> {}),
            new HistoryWriter.Times(1, 4, 1, 600_000, 1),
            () -> 0,
            List.of(new HistoryWriter.Note("a note that hangs", _ -> hang(disk))),
            new StaffNotice(staged.told::add, () -> 0, 0));
    writer.start();
    writer.close();
    assertThat(writer.waiting()).isEqualTo(1);
    disk.countDown();
    until(() -> writer.waiting() == 0);
  }

  private static void hang(CountDownLatch disk) {
    try {
      disk.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
