package silverpoint.kiosk.history;

import static org.assertj.core.api.Assertions.assertThat;
import static silverpoint.kiosk.history.StagedHistory.NOON;
import static silverpoint.kiosk.history.StagedHistory.VERSIONS;
import static silverpoint.kiosk.history.StagedHistory.job;
import static silverpoint.kiosk.history.StagedHistory.rows;
import static silverpoint.kiosk.history.StagedHistory.session;
import static silverpoint.kiosk.history.StagedHistory.until;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import silverpoint.kiosk.booth.Fault;
import silverpoint.kiosk.booth.FaultKind;
import silverpoint.kiosk.booth.Outcome;

/** What is remembered, and what happens when that cannot be written. */
class HistoryTest {
  @TempDir Path dir;
  private StagedHistory staged;

  @BeforeEach
  void stage() {
    staged = new StagedHistory(dir);
  }

  private History history() {
    return staged.history();
  }

  @Test
  void sessionIsRememberedWithItsTimes() {
    History history = history();
    assertThat(history.begin(VERSIONS).nextSession()).isEqualTo(1);
    history.began(session(1));
    history.sketched(1, new LineFigures(110, 1300, 30, 320, 210, 190, 480, "contour"));
    staged.now = NOON.plusSeconds(125);
    history.ended(job(1).ticket(), Optional.of(job(1)), Outcome.DRAWN, 125_000);
    history.close();

    SessionEntry entry = history().sessionsSince(NOON).getFirst();
    assertThat(entry.outcome()).contains("DRAWN");
    assertThat(entry.began()).isEqualTo(NOON);
    assertThat(entry.queued()).contains(NOON.plusSeconds(10));
    assertThat(entry.promiseErrorS()).contains(5.0);
    assertThat(entry.figures())
        .contains(new LineFigures(110, 1300, 30, 320, 210, 190, 480, "contour"));
    String csv = HistoryCsv.of(List.of(entry));
    assertThat(csv.split("\r\n")).hasSize(2);
    assertThat(csv).contains("1,1,2026-06-01T12:00:00Z,2026-06-01T12:02:05Z,DRAWN,1,");
    assertThat(csv.split("\r\n")[1].split(",", -1)).hasSameSizeAs(csv.split("\r\n")[0].split(","));
  }

  @Test
  void aRatingHasStyleTimeAndHourButNotWhoseItIs() throws SQLException {
    History history = history();
    history.begin(VERSIONS);
    history.began(session(1));
    history.sketched(1, new LineFigures(110, 1300, 30, 320, 210, 190, 480, "contour"));
    staged.now = NOON.plusSeconds(125);
    history.ended(job(1).ticket(), Optional.of(job(1)), Outcome.DRAWN, 125_000);
    history.ratings().add(1, true);
    history.ratings().add(1, false);
    history.close();

    assertThat(history().ratings().since(NOON))
        .containsExactly(
            new RatingEntry(NOON, "contour", 90, true),
            new RatingEntry(NOON, "contour", 90, false));
    assertThat(rows(staged.file, "SELECT name FROM pragma_table_info('rating')"))
        .containsExactly("id", "hour_ms", "style", "draw_time_s", "liked");
  }

  @Test
  void ticketThatEndsInTheQueueWasNeverBegun() {
    History history = history();
    history.begin(VERSIONS);
    history.began(session(1));
    staged.now = NOON.plusSeconds(125);
    history.ended(job(1).ticket(), Optional.empty(), Outcome.CANCELLED, 125_000);
    history.close();

    SessionEntry entry = history().sessionsSince(NOON).getFirst();
    assertThat(entry.outcome()).contains("CANCELLED");
    assertThat(entry.queued()).contains(NOON.plusSeconds(10));
    assertThat(entry.drawStarted()).isEmpty();
    assertThat(entry.drawEnded()).isEmpty();
  }

  @Test
  void sessionThatAnEarlierRunLeftIsInterrupted() {
    History first = history();
    first.begin(VERSIONS);
    first.began(session(1));
    first.close();

    History second = history();
    History.Found found = second.begin(VERSIONS);
    second.close();
    assertThat(found).isEqualTo(new History.Found(2, List.of(1L)));
    assertThat(history().sessionsSince(NOON).getFirst().outcome()).contains("INTERRUPTED");
  }

  @Test
  void folderThatIsNotThereDelaysNotesAndIsTold() throws IOException {
    Path blocked = dir.resolve("blocked");
    Files.writeString(blocked, "a file where the folder should be");
    StagedHistory inside = new StagedHistory(blocked);
    History history = inside.begun();
    history.began(session(7));
    inside.untilTold("its folder cannot be written to");

    Files.delete(blocked);
    until(() -> inside.told.getLast().equals(Optional.empty()));
    history.close();
    assertThat(history.waiting()).isZero();
    assertThat(inside.history().sessionsSince(NOON)).hasSize(1);
  }

  @Test
  void damagedFileIsPutAside() throws IOException {
    Files.writeString(dir.resolve("history.db"), "no database at all, but long enough ".repeat(99));
    History history = history();
    assertThat(history.begin(VERSIONS).nextSession()).isEqualTo(1);
    history.close();
    assertThat(staged.aside()).hasSize(1);
  }

  @Test
  void keptLinesEndAfterTheirTimeAndLeaveNoTrace() throws IOException {
    String line = "12.34,56.78 ".repeat(50);
    History history = history();
    history.begin(VERSIONS);
    history.began(session(1));
    history.keepLine(1, line);
    history.close();
    assertThat(staged.onDisk(line)).isTrue();
    assertThat(history().keptLine(1)).contains(line);

    staged.now = NOON.plusSeconds(24 * 3600 + 1);
    History later = history();
    later.begin(VERSIONS);
    until(() -> later.keptLine(1).isEmpty());
    later.close();
    assertThat(history().keptLine(1)).isEmpty();
    assertThat(staged.onDisk(line)).isFalse();
  }

  @Test
  void erasingEverythingIsNotedWithoutNames() throws SQLException, IOException {
    String line = "1.00,2.00 ".repeat(50);
    History history = history();
    history.begin(VERSIONS);
    history.began(session(1));
    history.keepLine(1, line);
    history.close();
    assertThat(history().eraseLinesNow()).isEqualTo(1);
    assertThat(staged.onDisk(line)).isFalse();
    assertThat(rows(staged.file, "SELECT reason || ' ' || lines FROM erasure"))
        .containsExactly("everything 1");
  }

  @Test
  void faultsAreRemembered() throws SQLException {
    History history = history();
    history.begin(VERSIONS);
    history.failed(new Fault(FaultKind.CAMERA, "unplugged\nstack trace", 5, 0));
    history.close();
    assertThat(history().faultsSince(NOON))
        .containsExactly(new FaultEntry(NOON, "CAMERA", "unplugged"));
    assertThat(history().runsSince(NOON))
        .containsExactly(new RunEntry(1, NOON, Optional.of(NOON), VERSIONS));
  }

  @Test
  void olderFileIsBroughtToTheNewestSchemaOnce() throws SQLException, IOException {
    try (Connection connection = StagedHistory.open(dir.resolve("history.db"));
        var statement = connection.createStatement();
        var script = History.class.getResourceAsStream("1.sql")) {
      for (String command :
          new String(script.readAllBytes(), StandardCharsets.UTF_8).split(";\\s*\\n")) {
        statement.execute(command);
      }
      statement.execute("INSERT INTO run VALUES (1, 0, 0, 'a', 'b', 'c', 'd')");
      statement.execute(
          "INSERT INTO session (number, run, began_ms, strokes, length_mm, style)"
              + " VALUES (5, 1, "
              + NOON.toEpochMilli()
              + ", 9, 120, 'bold')");
      statement.execute("PRAGMA user_version = 1");
    }
    assertThat(history().sessionsSince(NOON).getFirst().figures())
        .contains(new LineFigures(9, 120, 0, 0, 0, 0, 0, "bold"));
    assertThat(rows(staged.file, "PRAGMA user_version")).containsExactly("5");
    history().sessionsSince(NOON);
    assertThat(rows(staged.file, "PRAGMA user_version")).containsExactly("5");
  }
}
