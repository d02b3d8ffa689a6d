package silverpoint.kiosk.history;

import static org.assertj.core.api.Assertions.assertThat;
import static silverpoint.kiosk.history.StagedHistory.VERSIONS;
import static silverpoint.kiosk.history.StagedHistory.change;
import static silverpoint.kiosk.history.StagedHistory.rows;
import static silverpoint.kiosk.history.StagedHistory.serve;
import static silverpoint.kiosk.history.StagedHistory.session;
import static silverpoint.kiosk.history.StagedHistory.sessions;
import static silverpoint.kiosk.history.StagedHistory.until;
import static silverpoint.kiosk.history.StagedHistory.untilWritten;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import silverpoint.kiosk.booth.Fault;
import silverpoint.kiosk.booth.FaultKind;
import silverpoint.kiosk.booth.Outcome;

/** A file that is damaged, moved, replaced, deleted or was never there: the next one goes on. */
class LostFileTest {
  private static final long NO_END = Long.MAX_VALUE;

  @TempDir Path folder;
  private StagedHistory staged;

  @BeforeEach
  void stage() {
    staged = new StagedHistory(folder);
  }

  @Test
  void pagesFoundDamagedAtTheStartPutTheFileAsideAndSessionsGoOn()
      throws IOException, SQLException {
    History first = staged.begun();
    serve(first, 1, 300);
    first.close();
    staged.damage(8192, NO_END, 1);

    History second = staged.begun();
    serve(second, 1, 3);
    second.close();
    assertThat(staged.aside()).hasSize(1);
    assertThat(sessions(staged.file)).containsExactly(1L, 2L, 3L);
    staged.untilTold(staged.aside().getFirst().getFileName().toString());
  }

  private static final LineFigures BOLD = new LineFigures(9, 120, 0, 0, 0, 0, 0, "bold");

  /** A kiosk with 300 guests on the disk and one who is served, when the disk fails. */
  private History damagedWhileItRuns() throws IOException {
    History first = staged.begun();
    serve(first, 1, 300);
    first.close();
    History history = staged.history(StagedHistory::withoutMemory);
    history.begin(VERSIONS);
    history.began(session(301));
    history.sketched(301, BOLD);
    untilWritten(history);
    staged.damage(0, NO_END, 1);
    return history;
  }

  private void assertThatItGoesOn(History history) throws IOException, SQLException {
    history.ended(session(301), Outcome.LEFT);
    serve(history, 302, 303);
    history.failed(new Fault(FaultKind.HISTORY, "put aside", 0, 0));
    history.close();
    assertThat(staged.aside()).hasSize(1);
    assertThat(sessions(staged.file)).containsExactly(301L, 302L, 303L);
    assertThat(rows(staged.file, "SELECT outcome || style FROM session WHERE number = 301"))
        .containsExactly("LEFTbold");
    assertThat(rows(staged.file, "SELECT program FROM run")).containsExactly(VERSIONS.program());
    assertThat(rows(staged.file, "SELECT message FROM fault")).containsExactly("put aside");
    staged.untilTold("is put aside as " + staged.aside().getFirst().getFileName());
  }

  @Test
  void damageThatAQuestionMeetsIsGotOverAndTheNewFileHasTheRunAndWhoIsServed()
      throws IOException, SQLException {
    History history = damagedWhileItRuns();
    assertThat(history.sessionsSince(Instant.EPOCH))
        .extracting(SessionEntry::number)
        .containsExactly(301L);
    assertThatItGoesOn(history);
  }

  @Test
  void damageThatANoteMeetsIsGotOverAndTheNewFileHasTheRunAndWhoIsServed()
      throws IOException, SQLException {
    assertThatItGoesOn(damagedWhileItRuns());
  }

  @Test
  void logOfADamagedFileIsPutAsideWithIt() throws IOException, SQLException {
    staged.begun().close();
    Path log = folder.resolve("history.db-wal");
    byte[] written;
    try (HistoryFile file = HistoryFile.open(staged.file)) {
      file.change("INSERT INTO erasure (at_ms, reason, lines) VALUES (1, 'everything', 2)");
      written = Files.readAllBytes(log);
    }
    assertThat(written).isNotEmpty();
    Files.write(staged.file, new byte[0]);
    Files.write(log, written);

    staged.begun().close();
    Path aside = staged.aside().getFirst();
    assertThat(folder.resolve(aside.getFileName() + "-wal")).hasBinaryContent(written);
  }

  @Test
  void databaseOfAnotherProgramIsPutAside() throws IOException, SQLException {
    change(staged.file, "CREATE TABLE run (name TEXT)", "INSERT INTO run VALUES ('ours')");
    History history = staged.begun();
    serve(history, 1, 2);
    history.close();
    assertThat(sessions(staged.file)).containsExactly(1L, 2L);
    assertThat(rows(staged.aside().getFirst(), "SELECT name FROM run")).containsExactly("ours");
  }

  @Test
  void tableThatIsDroppedWhileItRunsPutsTheFileAside() throws IOException, SQLException {
    History history = staged.begun();
    serve(history, 1, 2);
    change(staged.file, "DROP TABLE fault");
    history.failed(new Fault(FaultKind.CAMERA, "unplugged", 0, 0));
    untilWritten(history);
    assertThat(history.faultsSince(Instant.EPOCH)).hasSize(1);
    history.close();
    assertThat(sessions(staged.aside().getFirst())).containsExactly(1L, 2L);
  }

  @Test
  void fileThatIsMovedAwayTakesAllThatWasWrittenAlongAndANewOneGoesOn()
      throws IOException, SQLException {
    History history = staged.begun();
    serve(history, 1, 2);
    history.began(session(3));
    untilWritten(history);
    Path elsewhere = folder.resolve("elsewhere.db");
    Files.move(staged.file, elsewhere);
    staged.untilTold("was moved away or deleted");

    history.ended(session(3), Outcome.LEFT);
    serve(history, 4, 4);
    history.close();
    assertThat(sessions(elsewhere)).containsExactly(1L, 2L, 3L);
    assertThat(sessions(staged.file)).containsExactly(3L, 4L);
    assertThat(rows(staged.file, "SELECT outcome FROM session")).containsExactly("LEFT", "LEFT");
  }

  @Test
  void deletedFileIsBegunAnew() throws IOException, SQLException {
    History history = staged.begun();
    serve(history, 1, 2);
    Files.delete(staged.file);
    history.began(session(3));
    history.ended(session(3), Outcome.LEFT);
    history.close();
    staged.untilTold("was moved away or deleted");
    assertThat(sessions(staged.file)).containsExactly(3L);
  }

  @Test
  void fileThatReplacesItIsWrittenOnAndItsSessionsStayAsTheyWere()
      throws IOException, SQLException {
    History older = staged.begun();
    serve(older, 1, 9);
    older.close();
    Path backup = folder.resolve("backup.db");
    Files.move(staged.file, backup);

    History history = staged.begun();
    history.began(session(1));
    untilWritten(history);
    Files.move(staged.file, folder.resolve("today.db"));
    Files.move(backup, staged.file);
    staged.untilTold("was replaced");
    history.ended(session(1), Outcome.DECLINED);
    serve(history, 2, 2);
    history.close();

    assertThat(
            rows(staged.file, "SELECT number || outcome FROM session WHERE number > 8 ORDER BY 1"))
        .containsExactly("10DECLINED", "11LEFT", "9LEFT");
    assertThat(sessions(folder.resolve("today.db"))).containsExactly(1L);
  }

  @Test
  void historyThatCannotBeWrittenAtTheStartIsToldAtOnceAndNumbersCountFromOne() throws IOException {
    Files.createDirectory(staged.file);
    staged.now = Instant.parse("2024-12-01T00:00:00Z");
    History history = staged.history();
    assertThat(history.begin(VERSIONS).nextSession()).isEqualTo(1);
    assertThat(staged.told).isNotEmpty();
    assertThat(staged.told.getFirst().orElseThrow()).contains("cannot be opened");

    history.began(session(1));
    history.ended(session(1), Outcome.LEFT);
    Files.delete(staged.file);
    until(() -> staged.told.getLast().equals(Optional.empty()));
    history.close();
    assertThat(staged.history().sessionsSince(Instant.EPOCH)).hasSize(1);
  }

  @Test
  void sessionsOfAKioskThatBeganWithoutItsHistoryComeAfterThoseThatItKnows()
      throws IOException, SQLException {
    History older = staged.begun();
    serve(older, 1, 9);
    older.close();
    Path known = folder.resolve("known.db");
    Files.move(staged.file, known);
    Files.createSymbolicLink(staged.file, folder.resolve("nowhere").resolve("history.db"));
    History history = staged.begun();
    history.began(session(1));
    history.ended(session(1), Outcome.DECLINED);
    history.keepLine(1, "1.00,2.00");
    // at once: the writer looks for the file all the time
    Files.move(known, staged.file, StandardCopyOption.ATOMIC_MOVE);
    untilWritten(history);
    history.close();
    assertThat(history.waiting()).isZero();
    History again = staged.history();
    assertThat(again.sessionsSince(Instant.EPOCH)).hasSize(10);
    assertThat(again.keptLine(1)).isEmpty();
    assertThat(again.keptLine(10)).contains("1.00,2.00");
    assertThat(again.begin(VERSIONS).nextSession()).isEqualTo(11);
    again.close();
  }
}
