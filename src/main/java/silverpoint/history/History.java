package silverpoint.history;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import silverpoint.booth.Fault;
import silverpoint.booth.Job;
import silverpoint.booth.Outcome;
import silverpoint.booth.Session;

/**
 * The kiosk's memory. Notes never wait for the disk: a thread of its own writes them in order, and
 * keeps them and tries again while the disk is full or read-only. Reading waits.
 */
public final class History implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(History.class);

  /** More notes than a day brings; beyond, the oldest are given up. */
  private static final int MOST_WAITING = 20_000;

  private static final long FIRST_RETRY_MS = 1_000;
  private static final long LONGEST_RETRY_MS = 30_000;
  private static final long EXPIRY_MS = 600_000;

  /** Session numbers start here when the file cannot be read. */
  private static final Instant EPOCH = Instant.parse("2026-01-01T00:00:00Z");

  /** Work on the file. */
  @FunctionalInterface
  private interface Note {
    void write(HistoryFile file) throws SQLException;
  }

  /** A question to the file. */
  @FunctionalInterface
  private interface Question<T> {
    T ask(HistoryFile file) throws SQLException;
  }

  private final Path path;
  private final HistorySettings settings;
  private final InstantSource clock;
  private final Consumer<Optional<String>> trouble;
  private final Deque<Note> waiting = new ArrayDeque<>();
  private final Object fileLock = new Object();
  private final Thread writer = Thread.ofPlatform().name("silverpoint-history").unstarted(this::write);
  private @Nullable HistoryFile file;
  private volatile boolean open = true;
  private volatile long run;
  private boolean failing;
  private long expiredMs;

  /**
   * @param trouble told why nothing can be written, and with empty when it can again
   */
  public History(
      Path path,
      HistorySettings settings,
      InstantSource clock,
      Consumer<Optional<String>> trouble) {
    this.path = path;
    this.settings = settings;
    this.clock = clock;
    this.trouble = trouble;
  }

  /** What was found when the program began. */
  public record Found(long nextSession, List<Long> interrupted) {
    public Found {
      interrupted = List.copyOf(interrupted);
    }
  }

  /**
   * Begins a run of the program: sessions that an earlier run left unfinished were interrupted.
   * Never fails; what cannot be written is told and tried again.
   */
  public Found begin(Versions versions) {
    long nowMs = clock.millis();
    Found found;
    try {
      found = ask(at -> found(at));
    } catch (HistoryException e) {
      LOG.warn("{}", e.getMessage());
      found = new Found(Duration.between(EPOCH, clock.instant()).toSeconds(), List.of());
    }
    List<Long> interrupted = found.interrupted;
    note(at -> {
      for (long session : interrupted) {
        at.change(
            "UPDATE session SET outcome = ?, ended_ms = ? WHERE number = ? AND outcome IS NULL",
            Outcome.INTERRUPTED.name(),
            nowMs,
            session);
      }
      at.change(
          "INSERT INTO run (began_ms, program, models, config, machine) VALUES (?, ?, ?, ?, ?)",
          nowMs,
          versions.program(),
          versions.models(),
          versions.config(),
          versions.machine());
      run = at.number("SELECT max(id) FROM run");
    });
    writer.start();
    return found;
  }

  private static Found found(HistoryFile file) throws SQLException {
    long next = file.number("SELECT max(number) FROM session") + 1;
    List<Long> interrupted =
        file.sessionsSince(Instant.EPOCH).stream()
            .filter(entry -> entry.outcome().isEmpty())
            .map(SessionEntry::number)
            .toList();
    return new Found(next, interrupted);
  }

  /** A session began. */
  public void began(Session session) {
    long nowMs = clock.millis();
    note(at ->
        at.change(
            "INSERT INTO session (number, run, began_ms) VALUES (?, ?, ?)",
            session.number(),
            run,
            nowMs));
  }

  /** A session ended before its sketch was accepted. */
  public void ended(Session session, Outcome outcome) {
    long nowMs = clock.millis();
    note(at ->
        at.change(
            "UPDATE session SET ended_ms = ?, outcome = ?, retakes = ? WHERE number = ?",
            nowMs,
            outcome.name(),
            session.retakes(),
            session.number()));
  }

  /** The line of a session is made. */
  public void sketched(long session, LineFigures figures) {
    note(at ->
        at.change(
            "UPDATE session SET strokes = ?, length_mm = ?, connector_mm = ?, retrace_mm = ?,"
                + " sketch_ms = ?, style = ? WHERE number = ?",
            figures.strokes(),
            figures.lengthMm(),
            figures.connectorMm(),
            figures.retraceMm(),
            figures.sketchMs(),
            figures.style(),
            session));
  }

  /**
   * A ticket came to its end.
   *
   * @param nowMs booth time, against which the job's times count
   */
  public void ended(Job job, Outcome outcome, long nowMs) {
    long clockMs = clock.millis() - nowMs;
    long endedMs = clock.millis();
    boolean drawn = outcome == Outcome.DRAWN;
    note(at ->
        at.change(
            "UPDATE session SET ended_ms = ?, outcome = ?, retakes = ?, queued_ms = ?,"
                + " promised_ms = ?, draw_started_ms = ?, draw_ended_ms = ?, paused_ms = ?,"
                + " redraws = ?, draw_time_s = ? WHERE number = ?",
            endedMs,
            outcome.name(),
            job.ticket().session().retakes(),
            job.ticket().queuedMs() + clockMs,
            job.ticket().promisedMs() + clockMs,
            job.startedMs() + clockMs,
            drawn ? endedMs : null,
            job.pausedMs(),
            job.ticket().redraws(),
            job.ticket().drawTimeS(),
            job.ticket().number()));
  }

  /** Something went wrong. */
  public void failed(Fault fault) {
    long nowMs = clock.millis();
    note(at ->
        at.change(
            "INSERT INTO fault (run, at_ms, kind, message) VALUES (?, ?, ?, ?)",
            run,
            nowMs,
            fault.kind().name(),
            fault.message()));
  }

  /** Keeps the line of a guest who allowed it, as long as the settings say. */
  public void keepLine(long session, String line) {
    if (settings.keptLinesHours() > 0) {
      long untilMs = clock.millis() + Math.round(settings.keptLinesHours() * 3_600_000);
      note(at ->
          at.change(
              "INSERT OR REPLACE INTO kept_line (session, until_ms, line) VALUES (?, ?, ?)",
              session,
              untilMs,
              line));
    }
  }

  /** The line of a session, while it is kept. */
  public Optional<String> keptLine(long session) {
    return ask(at -> at.keptLine(session));
  }

  /** Deletes every kept line; notes of it wait no longer either. Returns when they are gone. */
  public void eraseLines() {
    long nowMs = clock.millis();
    synchronized (waiting) {
      waiting.addFirst(at -> erase(at, "everything", "1 = 1", nowMs));
      waiting.notifyAll();
    }
  }

  private static void erase(HistoryFile at, String reason, String which, long nowMs)
      throws SQLException {
    int lines = at.change("DELETE FROM kept_line WHERE " + which);
    if (lines > 0 || reason.equals("everything")) {
      at.change(
          "INSERT INTO erasure (at_ms, reason, lines) VALUES (?, ?, ?)", nowMs, reason, lines);
    }
    at.forgetLog();
  }

  /** The sessions that began at that time or later, the oldest first. */
  public List<SessionEntry> sessionsSince(Instant since) {
    return ask(at -> at.sessionsSince(since));
  }

  /** How many notes wait for the disk. */
  public int waiting() {
    synchronized (waiting) {
      return waiting.size();
    }
  }

  private void note(Note note) {
    synchronized (waiting) {
      if (waiting.size() >= MOST_WAITING) {
        waiting.removeFirst();
      }
      waiting.addLast(note);
      waiting.notifyAll();
    }
  }

  private <T> T ask(Question<T> question) {
    synchronized (fileLock) {
      try {
        return question.ask(file());
      } catch (SQLException e) {
        close(file);
        throw new HistoryException(path + ": " + line(e), e);
      }
    }
  }

  private HistoryFile file() throws SQLException {
    if (file == null) {
      try {
        file = HistoryFile.open(path);
      } catch (SQLException e) {
        if (!isDamaged(e)) {
          throw e;
        }
        setAside();
        file = HistoryFile.open(path);
      }
    }
    return file;
  }

  private static boolean isDamaged(SQLException e) {
    String message = line(e);
    return message.contains("SQLITE_NOTADB") || message.contains("SQLITE_CORRUPT");
  }

  /** A file that is no history any more is kept for whoever wants to mend it. */
  private void setAside() throws SQLException {
    Path aside = path.resolveSibling(path.getFileName() + ".damaged-" + clock.millis());
    LOG.warn("{} is damaged; it is put aside as {}, a new one is begun", path, aside.getFileName());
    try {
      Files.move(path, aside, StandardCopyOption.REPLACE_EXISTING);
      Files.deleteIfExists(path.resolveSibling(path.getFileName() + "-wal"));
      Files.deleteIfExists(path.resolveSibling(path.getFileName() + "-shm"));
    } catch (IOException e) {
      throw new SQLException(e.getMessage(), e);
    }
  }

  private void close(@Nullable HistoryFile closed) {
    file = null;
    if (closed != null) {
      try {
        closed.close();
      } catch (SQLException e) {
        LOG.debug("the history did not close", e);
      }
    }
  }

  private void write() {
    long retryMs = FIRST_RETRY_MS;
    try {
      while (true) {
        Optional<Note> next = next();
        if (next.isEmpty()) {
          return;
        }
        try {
          ask(at -> {
            next.get().write(at);
            return true;
          });
          written(next.get());
          retryMs = FIRST_RETRY_MS;
        } catch (HistoryException e) {
          tell(Optional.of(String.valueOf(e.getMessage())));
          if (!open) {
            return;
          }
          Thread.sleep(retryMs);
          retryMs = Math.min(2 * retryMs, LONGEST_RETRY_MS);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The next note, which stays in the queue until it is written; empty at the end. */
  private Optional<Note> next() throws InterruptedException {
    synchronized (waiting) {
      while (waiting.isEmpty()) {
        if (!open) {
          return Optional.empty();
        }
        if (clock.millis() - expiredMs >= EXPIRY_MS) {
          expiredMs = clock.millis();
          long nowMs = expiredMs;
          waiting.add(at -> erase(at, "expired", "until_ms <= " + nowMs, nowMs));
        } else {
          waiting.wait(EXPIRY_MS / 10);
        }
      }
      return Optional.of(waiting.getFirst());
    }
  }

  private void written(Note note) {
    synchronized (waiting) {
      waiting.remove(note);
    }
    tell(Optional.empty());
  }

  private void tell(Optional<String> why) {
    if (failing != why.isPresent()) {
      failing = why.isPresent();
      trouble.accept(why);
    }
  }

  private static String line(SQLException e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }

  /** Writes what waits, if the disk takes it, and notes the end of the run. */
  @Override
  public void close() {
    long nowMs = clock.millis();
    note(at -> at.change("UPDATE run SET ended_ms = ? WHERE id = ?", nowMs, run));
    open = false;
    synchronized (waiting) {
      waiting.notifyAll();
    }
    try {
      writer.join(5_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    synchronized (fileLock) {
      close(file);
    }
  }
}
