package silverpoint.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import silverpoint.booth.Fault;
import silverpoint.booth.FaultKind;
import silverpoint.booth.Job;
import silverpoint.booth.Outcome;
import silverpoint.booth.Promise;
import silverpoint.booth.Session;
import silverpoint.booth.Ticket;

/** What is remembered, and what happens when that cannot be written. */
class HistoryTest {
  private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
  private static final Versions VERSIONS = new Versions("0.1.0", "m:1", "c", "classic");

  @TempDir Path dir;

  private final BlockingQueue<Optional<String>> trouble = new LinkedBlockingQueue<>();
  private Instant now = NOON;

  private History history() {
    return new History(dir.resolve("history.db"), new HistorySettings(24), clock(), trouble::add);
  }

  private InstantSource clock() {
    return () -> now;
  }

  private static Session session(long number) {
    return new Session(number, 1, true, 1, 0);
  }

  private static Job job(long number) {
    Ticket ticket = new Ticket(session(number), 90, 1200, 10_000, Promise.of(120_000), 0, false);
    return new Job(ticket, 20_000, 5_000);
  }

  @Test
  void sessionIsRememberedWithItsTimes() {
    History history = history();
    assertThat(history.begin(VERSIONS).nextSession()).isEqualTo(1);
    history.began(session(1));
    history.sketched(1, new LineFigures(110, 1300, 30, 320, 210, 190, 480, "contour"));
    now = NOON.plusSeconds(125);
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
  void ticketThatEndsInTheQueueWasNeverBegun() {
    History history = history();
    history.begin(VERSIONS);
    history.began(session(1));
    now = NOON.plusSeconds(125);
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
  void fullOrReadOnlyDiskDelaysNotesAndIsTold() throws IOException, InterruptedException {
    Path blocked = dir.resolve("blocked");
    Files.writeString(blocked, "a file where the folder should be");
    History history =
        new History(blocked.resolve("history.db"), new HistorySettings(24), clock(), trouble::add);
    assertThat(history.begin(VERSIONS).nextSession()).isPositive();
    history.began(session(7));
    assertThat(trouble.poll(10, TimeUnit.SECONDS)).isPresent();

    Files.delete(blocked);
    assertThat(trouble.poll(20, TimeUnit.SECONDS)).isEqualTo(Optional.empty());
    history.close();
    assertThat(history.waiting()).isZero();
    History again =
        new History(blocked.resolve("history.db"), new HistorySettings(24), clock(), trouble::add);
    assertThat(again.sessionsSince(NOON)).hasSize(1);
  }

  @Test
  void damagedFileIsPutAside() throws IOException {
    Files.writeString(dir.resolve("history.db"), "no database at all, but long enough ".repeat(99));
    History history = history();
    assertThat(history.begin(VERSIONS).nextSession()).isEqualTo(1);
    history.close();
    try (var files = Files.list(dir)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .anyMatch(name -> name.startsWith("history.db.damaged-"));
    }
  }

  @Test
  void keptLinesEndAfterTheirTimeAndLeaveNoTrace() throws IOException, InterruptedException {
    String line = "12.34,56.78 ".repeat(50);
    History history = history();
    history.begin(VERSIONS);
    history.began(session(1));
    history.keepLine(1, line);
    history.close();
    assertThat(onDisk(line)).isTrue();
    assertThat(history().keptLine(1)).contains(line);

    now = NOON.plusSeconds(24 * 3600 + 1);
    History later = history();
    later.begin(VERSIONS);
    for (int i = 0; i < 100 && later.keptLine(1).isPresent(); i++) {
      Thread.sleep(50);
    }
    later.close();
    assertThat(history().keptLine(1)).isEmpty();
    assertThat(onDisk(line)).isFalse();
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
    assertThat(onDisk(line)).isFalse();
    assertThat(rows("SELECT reason || ' ' || lines FROM erasure")).containsExactly("everything 1");
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
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + dir.resolve("history.db"));
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
    assertThat(rows("PRAGMA user_version")).containsExactly("3");
    history().sessionsSince(NOON);
    assertThat(rows("PRAGMA user_version")).containsExactly("3");
  }

  private boolean onDisk(String text) throws IOException {
    boolean found = false;
    try (var files = Files.list(dir)) {
      for (Path file : files.toList()) {
        found |= new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text);
      }
    }
    return found;
  }

  private List<String> rows(String sql) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + dir.resolve("history.db"));
        Statement statement = connection.createStatement();
        var result = statement.executeQuery(sql)) {
      while (result.next()) {
        rows.add(result.getString(1));
      }
    }
    return rows;
  }
}
