package silverpoint.kiosk.history;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import silverpoint.kiosk.booth.BoothClock;
import silverpoint.kiosk.booth.Job;
import silverpoint.kiosk.booth.Offer;
import silverpoint.kiosk.booth.Outcome;
import silverpoint.kiosk.booth.Promise;
import silverpoint.kiosk.booth.Session;
import silverpoint.kiosk.booth.Ticket;

/** A history in a folder, with clocks that a test sets and pauses that it need not wait for. */
final class StagedHistory {
  static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
  static final Versions VERSIONS = new Versions("0.1.0", "m:1", "c", "classic");

  /** However busy the computer is, the end waits for the disk. */
  private static final long PATIENT_MS = 600_000;

  static final HistoryWriter.Times SOON = new HistoryWriter.Times(1, 4, 1, 600_000, PATIENT_MS);

  /** Nothing is looked at between notes. */
  static final HistoryWriter.Times ONLY_NOTES =
      new HistoryWriter.Times(1, 4, 3_600_000, 3_600_000, PATIENT_MS);

  final Path folder;
  final Path file;
  final List<Optional<String>> told = new CopyOnWriteArrayList<>();
  final AtomicLong boothMs = new AtomicLong();
  volatile Instant now = NOON;

  StagedHistory(Path folder) {
    this.folder = folder;
    file = folder.resolve("history.db");
  }

  BoothClock clock() {
    return new BoothClock(boothMs::get, () -> now);
  }

  History history() {
    return history(HistoryFile::open);
  }

  History history(CurrentFile.Opener opener) {
    return history(opener, SOON);
  }

  History history(CurrentFile.Opener opener, HistoryWriter.Times times) {
    return new History(file, new HistorySettings(24), clock(), told::add, opener, times);
  }

  /** One that has begun. */
  History begun() {
    History history = history();
    history.begin(VERSIONS);
    return history;
  }

  /** Opens files of which memory keeps nothing, so that damage of the disk shows at once. */
  static HistoryFile withoutMemory(Path path) throws SQLException {
    HistoryFile file = HistoryFile.open(path);
    file.execute("PRAGMA cache_size = 0");
    return file;
  }

  static Session session(long number) {
    return new Session(number, 1, true, 1, 0);
  }

  static Job job(long number) {
    Ticket ticket =
        Ticket.accepted(
            session(number), new Offer("shaded", 90, 1200), 10_000, Promise.of(120_000));
    return new Job(ticket, 20_000, 5_000);
  }

  /** Guests who come and go, one after another. */
  static void serve(History history, long from, long to) {
    for (long number = from; number <= to; number++) {
      history.began(session(number));
      history.ended(session(number), Outcome.LEFT);
    }
    untilWritten(history);
  }

  static void untilWritten(History history) {
    until(() -> history.waiting() == 0);
  }

  static void until(BooleanSupplier condition) {
    for (int i = 0; i < 30_000; i++) {
      // asked once: what comes about may be over a moment later
      if (condition.getAsBoolean()) {
        return;
      }
      LockSupport.parkNanos(1_000_000);
    }
    throw new AssertionError("it did not come about");
  }

  /** Waits until staff are told something that contains the words. */
  void untilTold(String words) {
    until(() -> told.stream().flatMap(Optional::stream).anyMatch(what -> what.contains(words)));
  }

  /** The numbers of the sessions in a file, as SQLite reads them. */
  static List<Long> sessions(Path database) throws SQLException {
    return rows(database, "SELECT number FROM session ORDER BY number").stream()
        .map(Long::valueOf)
        .toList();
  }

  /** As another program reads the file; a process holds one copy of the library only. */
  static Connection open(Path database) throws SQLException {
    SqliteLibrary.load(database.toAbsolutePath().resolveSibling("."));
    return DriverManager.getConnection("jdbc:sqlite:" + database);
  }

  static List<String> rows(Path database, String sql) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection connection = open(database);
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      while (result.next()) {
        rows.add(result.getString(1));
      }
    }
    return rows;
  }

  /** Whether the newest look for lines that are over was at that time. */
  boolean lookedAt(Instant at) {
    try {
      return rows(file, "SELECT max(looked_ms) FROM run")
          .contains(String.valueOf(at.toEpochMilli()));
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  static void change(Path database, String... commands) throws SQLException {
    try (Connection connection = open(database);
        Statement statement = connection.createStatement()) {
      for (String command : commands) {
        statement.execute(command);
      }
    }
  }

  /** The files that were put aside, logs not counted. */
  List<Path> aside() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(path -> path.getFileName().toString().matches("history.db.damaged-\\d+"))
          .sorted()
          .toList();
    }
  }

  /** Writes noise over a part of the file, where it has that part. */
  void damage(long fromByte, long toByte, long seed) throws IOException {
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
      byte[] noise = new byte[(int) Math.max(0, Math.min(toByte, bytes.length()) - fromByte)];
      new Random(seed).nextBytes(noise);
      bytes.seek(fromByte);
      bytes.write(noise);
    }
  }

  void empty() throws IOException {
    Files.write(file, new byte[0]);
  }

  void moveAway() throws IOException {
    if (Files.exists(file)) {
      Files.move(file, Files.createTempDirectory(folder, "moved").resolve("history.db"));
    }
  }

  /** Whether any file of the folder holds the text. */
  boolean onDisk(String text) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).anyMatch(path -> holds(path, text));
    } catch (UncheckedIOException e) {
      if (e.getCause() instanceof NoSuchFileException) {
        // one was deleted meanwhile
        return onDisk(text);
      }
      throw e;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean holds(Path path, String text) {
    try {
      return new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1).contains(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
