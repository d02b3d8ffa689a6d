package silverpoint.history;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import silverpoint.booth.Fault;
import silverpoint.booth.Job;
import silverpoint.booth.Outcome;
import silverpoint.booth.Pace;
import silverpoint.booth.Session;
import silverpoint.booth.Ticket;

/**
 * The kiosk's memory. Notes never wait for the disk; while it is full or read-only they are kept
 * and tried again. Reading waits.
 */
public final class History implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(History.class);

  private static final long EXPIRY_MS = 600_000;

  private static final Duration PACE_LASTS = Duration.ofDays(14);

  /** Session numbers start here when the file cannot be read. */
  private static final Instant EPOCH = Instant.parse("2026-01-01T00:00:00Z");

  private final HistorySettings settings;
  private final InstantSource clock;
  private final Notebook notebook;
  private volatile long run;

  /**
   * @param trouble told why nothing can be written, and with empty when it can again
   */
  public History(
      Path path,
      HistorySettings settings,
      InstantSource clock,
      Consumer<Optional<String>> trouble) {
    this.settings = settings;
    this.clock = clock;
    notebook = new Notebook(path, clock, this::expire, EXPIRY_MS, trouble);
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
      found = ask(History::found);
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
    notebook.start();
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
                + " reversals_x = ?, reversals_y = ?, sketch_ms = ?, style = ? WHERE number = ?",
            figures.strokes(),
            figures.lengthMm(),
            figures.connectorMm(),
            figures.retraceMm(),
            figures.reversalsX(),
            figures.reversalsY(),
            figures.sketchMs(),
            figures.style(),
            session));
  }

  /** The motors started on the line of a session, so long after they were asked to. */
  public void started(long session, double startMs) {
    note(at -> at.change("UPDATE session SET start_ms = ? WHERE number = ?", startMs, session));
  }

  /**
   * A ticket came to its end.
   *
   * @param job in the machine; empty when it ended in the queue
   * @param nowMs booth time, against which their times count
   */
  public void ended(Ticket ticket, Optional<Job> job, Outcome outcome, long nowMs) {
    long clockMs = clock.millis() - nowMs;
    long endedMs = clock.millis();
    note(at ->
        at.change(
            "UPDATE session SET ended_ms = ?, outcome = ?, retakes = ?, queued_ms = ?,"
                + " promised_ms = ?, draw_started_ms = ?, draw_ended_ms = ?, paused_ms = ?,"
                + " redraws = ?, draw_time_s = ?, retold = ? WHERE number = ?",
            endedMs,
            outcome.name(),
            ticket.session().retakes(),
            ticket.queuedMs() + clockMs,
            ticket.promise().firstMs() + clockMs,
            job.map(drawn -> drawn.startedMs() + clockMs).orElse(null),
            outcome == Outcome.DRAWN ? endedMs : null,
            job.map(Job::pausedMs).orElse(0L),
            ticket.redraws(),
            ticket.drawTimeS(),
            ticket.promise().changes(),
            ticket.number()));
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

  /** Deletes every kept line; it is the next thing that is written. */
  public void eraseLines() {
    long nowMs = clock.millis();
    notebook.addFirst(at -> erase(at, "everything", "1 = 1", nowMs));
  }

  /** Deletes every kept line at once; for a kiosk that does not run. How many there were. */
  public int eraseLinesNow() {
    long nowMs = clock.millis();
    return ask(at -> erase(at, "everything", "1 = 1", nowMs));
  }

  private void expire(HistoryFile at) throws SQLException {
    long nowMs = clock.millis();
    erase(at, "expired", "until_ms <= " + nowMs, nowMs);
  }

  private static int erase(HistoryFile at, String reason, String which, long nowMs)
      throws SQLException {
    int lines = at.change("DELETE FROM kept_line WHERE " + which);
    if (lines > 0 || reason.equals("everything")) {
      at.change(
          "INSERT INTO erasure (at_ms, reason, lines) VALUES (?, ?, ?)", nowMs, reason, lines);
    }
    at.forgetLog();
    return lines;
  }

  /**
   * What the last two weeks taught about the pace of a machine; a guess when they taught nothing or
   * cannot be read.
   *
   * @param doneS for which a finished portrait is looked at before the page is cleared
   */
  public Pace pace(String machine, double doneS) {
    Instant since = clock.instant().minus(PACE_LASTS);
    try {
      Set<Long> runs =
          runsSince(since).stream()
              .filter(entry -> entry.versions().machine().equals(machine))
              .map(RunEntry::id)
              .collect(Collectors.toSet());
      return PastPace.of(
          sessionsSince(since).stream().filter(entry -> runs.contains(entry.run())).toList(),
          doneS);
    } catch (HistoryException e) {
      LOG.warn("the machine's pace is guessed: {}", e.getMessage());
      return Pace.guess(1);
    }
  }

  /** The sessions that began at that time or later, the oldest first. */
  public List<SessionEntry> sessionsSince(Instant since) {
    return ask(at -> at.sessionsSince(since));
  }

  /** The runs of the program that began at that time or later, the oldest first. */
  public List<RunEntry> runsSince(Instant since) {
    return ask(at -> at.runsSince(since));
  }

  /** The faults of that time or later, the oldest first. */
  public List<FaultEntry> faultsSince(Instant since) {
    return ask(at -> at.faultsSince(since));
  }

  /** How many notes wait for the disk. */
  public int waiting() {
    return notebook.waiting();
  }

  /** Writes what waits, if the disk takes it, and notes the end of the run. */
  @Override
  public void close() {
    long nowMs = clock.millis();
    note(at -> at.change("UPDATE run SET ended_ms = ? WHERE id = ?", nowMs, run));
    notebook.close();
  }

  private void note(Notebook.Note note) {
    notebook.add(note);
  }

  private <T> T ask(Notebook.Question<T> question) {
    return notebook.ask(question);
  }
}
