package silverpoint.kiosk.history;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import silverpoint.kiosk.booth.BoothClock;
import silverpoint.kiosk.booth.Fault;
import silverpoint.kiosk.booth.Job;
import silverpoint.kiosk.booth.LearnedPace;
import silverpoint.kiosk.booth.Outcome;
import silverpoint.kiosk.booth.Session;
import silverpoint.kiosk.booth.Ticket;

/**
 * The kiosk's memory. Notes never wait for the disk; while it is full or read-only they are kept
 * and tried again. Reading waits.
 */
public final class History implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(History.class);

  private static final Duration PACE_LASTS = Duration.ofDays(14);

  private final BoothClock clock;
  private final AsideFiles aside;
  private final KeptLines lines;
  private final StaffNotice staff;
  private final CurrentFile file;
  private final HistoryWriter writer;
  private final Ratings ratings;
  private final ThisRun run = new ThisRun();

  /**
   * @param trouble told why nothing can be written, or what became of a file or a note; and with
   *     empty when all is well again
   */
  public History(
      Path path, HistorySettings settings, BoothClock clock, Consumer<Optional<String>> trouble) {
    this(path, settings, clock, trouble, HistoryFile::open, HistoryWriter.Times.USUAL);
  }

  History(
      Path path,
      HistorySettings settings,
      BoothClock clock,
      Consumer<Optional<String>> trouble,
      CurrentFile.Opener opener,
      HistoryWriter.Times times) {
    this.clock = clock;
    AgingClock ages = new AgingClock(clock);
    aside = new AsideFiles(path, ages, settings);
    lines = new KeptLines(ages, settings, aside, run);
    staff = new StaffNotice(trouble, clock.nowMs(), times.idleMs());
    file = new CurrentFile(path, opener, aside, staff::happened);
    writer = new HistoryWriter(path, file, times, clock.nowMs(), lines.expiring(), staff);
    ratings = new Ratings(clock, writer, run);
  }

  /**
   * What was found when the program began.
   *
   * @param nextSession number of the first session; 1 when the file cannot be read
   */
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
    aside.left().ifPresent(staff::happened);
    Found found = new Found(1, List.of());
    try {
      found = ask(History::found);
    } catch (HistoryException e) {
      staff.failing(Optional.of(String.valueOf(e.getMessage())));
    }
    run.begin(versions, clock.wall().millis());
    file.begin(run);
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
    long beganMs = clock.wall().millis();
    HistoryWriter.Change change = at -> run.insert(at, session, beganMs);
    note(
        "session " + session.number() + " began",
        change,
        () -> run.begun(session.number(), change));
  }

  /** A session ended before its sketch was accepted. */
  public void ended(Session session, Outcome outcome) {
    long endedMs = clock.wall().millis();
    long beganMs = endedMs - clock.nowMs().getAsLong() + session.beganMs();
    end(
        session.number(),
        "began_ms = ?, ended_ms = ?, outcome = ?, retakes = ?",
        beganMs,
        endedMs,
        outcome.name(),
        session.retakes());
  }

  /** The line of a session is made. */
  public void sketched(long session, LineFigures figures) {
    change(
        session,
        "strokes = ?, length_mm = ?, connector_mm = ?, retrace_mm = ?,"
            + " reversals_x = ?, reversals_y = ?, sketch_ms = ?, style = ?",
        figures.strokes(),
        figures.lengthMm(),
        figures.connectorMm(),
        figures.retraceMm(),
        figures.reversalsX(),
        figures.reversalsY(),
        figures.sketchMs(),
        figures.style());
  }

  /** The motors started on the line of a session, so long after they were asked to. */
  public void started(long session, double startMs) {
    change(session, "start_ms = ?", startMs);
  }

  /**
   * A ticket came to its end. All its times are told by the clock as it is now, which may have been
   * set since the session began.
   *
   * @param job in the machine; empty when it ended in the queue
   * @param nowMs booth time, against which their times count
   */
  public void ended(Ticket ticket, Optional<Job> job, Outcome outcome, long nowMs) {
    long endedMs = clock.wall().millis();
    long clockMs = endedMs - nowMs;
    end(
        ticket.number(),
        "began_ms = ?, ended_ms = ?, outcome = ?, retakes = ?, queued_ms = ?,"
            + " promised_ms = ?, draw_started_ms = ?, draw_ended_ms = ?, paused_ms = ?,"
            + " redraws = ?, draw_time_s = ?, retold = ?",
        ticket.session().beganMs() + clockMs,
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
        ticket.promise().changes());
  }

  private void change(long session, String set, @Nullable Object... values) {
    HistoryWriter.Change change = at -> run.update(at, session, set, values);
    note("session " + session + " went on", change, () -> run.changed(session, change));
  }

  private void end(long session, String set, @Nullable Object... values) {
    note(
        "session " + session + " ended",
        at -> run.update(at, session, set, values),
        () -> run.ended(session));
  }

  /** How portraits are liked. */
  public Ratings ratings() {
    return ratings;
  }

  /** Something went wrong. */
  public void failed(Fault fault) {
    long nowMs = clock.wall().millis();
    note(
        "a fault, " + fault.kind(),
        at ->
            at.change(
                "INSERT INTO fault (run, at_ms, kind, message) VALUES (?, ?, ?, ?)",
                run.id(),
                nowMs,
                fault.kind().name(),
                fault.message()),
        () -> {});
  }

  /** Keeps the line of a guest who allowed it, as long as the settings say. */
  public void keepLine(long session, String line) {
    if (lines.areKept()) {
      note("the line of session " + session, lines.keep(session, line), () -> {});
    }
  }

  /** The line of a session, while it is kept. */
  public Optional<String> keptLine(long session) {
    return ask(at -> at.keptLine(session));
  }

  /** Deletes every kept line, and what damaged files hold; it is the next thing that is written. */
  public void eraseLines() {
    writer.addFirst(lines.erasingAll());
  }

  /** Deletes every kept line at once; for a kiosk that does not run. How many there were. */
  public int eraseLinesNow() {
    return ask(lines::eraseAllNow);
  }

  /**
   * What the last two weeks taught about the pace of a machine; a guess when they taught nothing or
   * cannot be read.
   *
   * @param doneS for which a finished portrait is looked at before the page is cleared
   */
  public LearnedPace pace(String machine, double doneS) {
    Instant since = clock.wall().instant().minus(PACE_LASTS);
    try {
      return PastPace.of(machine, runsSince(since), sessionsSince(since), doneS);
    } catch (HistoryException e) {
      LOG.warn("the machine's pace is guessed: {}", e.getMessage());
      return LearnedPace.guess(1);
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
    return writer.waiting();
  }

  /** Writes what waits, if the disk takes it, and notes the end of the run. */
  @Override
  public void close() {
    long nowMs = clock.wall().millis();
    note(
        "the end of the run",
        at -> at.changeOne("UPDATE run SET ended_ms = ? WHERE id = ?", nowMs, run.id()),
        () -> {});
    writer.close();
  }

  /**
   * @param written done when it is on the disk
   */
  private void note(String what, HistoryWriter.Change change, Runnable written) {
    writer.add(
        new HistoryWriter.Note(
            what,
            at -> {
              at.transaction(_ -> {
                change.on(at);
                return true;
              });
              written.run();
            }));
  }

  private <T> T ask(CurrentFile.Work<T> question) {
    return writer.ask(question);
  }
}
