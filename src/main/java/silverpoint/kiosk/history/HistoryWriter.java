package silverpoint.kiosk.history;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes notes to the file, in order, on a thread of its own that outlives every failure. A note
 * that the disk does not take stays first and is tried again, with growing pauses; one that is
 * wrong in itself is given up, so that it holds up no other.
 */
final class HistoryWriter implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(HistoryWriter.class);

  /** More notes than a day brings; beyond, the oldest are given up. */
  private static final int MOST_WAITING = 20_000;

  /** Nothing; the file is looked at all the same. */
  private static final Note LOOK = new Note("a look at the file", _ -> {});

  /**
   * Something to be written.
   *
   * @param what it says, for the log
   */
  record Note(String what, Change change) {}

  /** A change of the file, whole or not at all. */
  @FunctionalInterface
  interface Change {
    void on(HistoryFile file) throws SQLException;
  }

  /**
   * When things are done.
   *
   * @param firstRetryMs pause before a note is tried again; every further one is twice as long
   * @param longestRetryMs the longest pause
   * @param lookMs without notes, the file is looked at so often
   * @param idleMs the idle notes are written at first and then so often
   * @param closingMs the end waits so long for a disk that is slow
   */
  record Times(long firstRetryMs, long longestRetryMs, long lookMs, long idleMs, long closingMs) {
    static final Times USUAL = new Times(1_000, 30_000, 10_000, 600_000, 5_000);
  }

  private final Path path;
  private final CurrentFile file;
  private final Times times;
  private final LongSupplier nowMs;
  private final List<Note> idle;
  private final StaffNotice staff;
  private final Deque<Note> waiting = new ArrayDeque<>();
  private final Thread writer =
      Thread.ofPlatform().daemon().name("silverpoint-history").unstarted(this::write);
  private final String unspeakable;
  private volatile boolean open = true;
  private long nextIdleMs;

  /** The writer's own. */
  private long retryMs;

  /**
   * @param nowMs a time that never jumps
   * @param idle written at first, and now and then when nothing waits
   */
  HistoryWriter(
      Path path,
      CurrentFile file,
      Times times,
      LongSupplier nowMs,
      List<Note> idle,
      StaffNotice staff) {
    this.path = path;
    this.file = file;
    this.times = times;
    this.nowMs = nowMs;
    this.idle = List.copyOf(idle);
    this.staff = staff;
    unspeakable = path + ": an error of which nothing can be said, as without memory";
    retryMs = times.firstRetryMs();
  }

  void start() {
    synchronized (waiting) {
      beIdle();
    }
    writer.start();
  }

  private void beIdle() {
    nextIdleMs = nowMs.getAsLong() + times.idleMs();
    waiting.addAll(idle);
  }

  int waiting() {
    synchronized (waiting) {
      return waiting.size();
    }
  }

  void add(Note note) {
    synchronized (waiting) {
      if (waiting.size() >= MOST_WAITING) {
        waiting.removeFirst();
        staff.happened(path + ": more notes wait than are kept; the oldest are lost");
      }
      waiting.addLast(note);
      waiting.notifyAll();
    }
  }

  /** The next to be written, in this order. */
  void addFirst(List<Note> notes) {
    synchronized (waiting) {
      notes.reversed().forEach(waiting::addFirst);
      waiting.notifyAll();
    }
  }

  /** Reads or changes the file on the caller's thread. */
  <T> T ask(CurrentFile.Work<T> question) {
    try {
      return file.work(question);
    } catch (SQLException e) {
      throw new HistoryException(because(e), e);
    }
  }

  private String because(SQLException failure) {
    return path + ": " + FileFailure.words(failure);
  }

  private String because(Error failure) {
    try {
      LOG.error("the history", failure);
      return path + ": " + failure.getMessage();
    } catch (RuntimeException | Error _) {
      return unspeakable;
    }
  }

  private void write() {
    boolean more = true;
    while (more) {
      try {
        more = writeNext();
      } catch (InterruptedException e) {
        LOG.debug("somebody else's interrupt, which ends nothing");
      } catch (RuntimeException | Error _) {
        // without memory even saying so fails
      }
    }
  }

  /** Whether there may be more. */
  private boolean writeNext() throws InterruptedException {
    Optional<Note> note = next();
    if (note.isEmpty()) {
      return false;
    }
    Optional<String> failure = tried(note.get());
    if (failure.isEmpty()) {
      remove(note.get());
      retryMs = times.firstRetryMs();
      staff.failing(failure);
      return true;
    }
    staff.failing(failure);
    if (open) {
      rest(retryMs);
      retryMs = Math.min(2 * retryMs, times.longestRetryMs());
    }
    return open;
  }

  /** Why the note must be tried again; empty when it is written, or given up. */
  private Optional<String> tried(Note note) {
    try {
      write(note);
      return Optional.empty();
    } catch (SQLException e) {
      return Optional.of(because(e));
    } catch (RuntimeException e) {
      giveUp(note, e);
      return Optional.empty();
    } catch (Error e) {
      return Optional.of(because(e));
    }
  }

  /** A mistake is tried twice: the file, opened again, may turn out to be the one that is wrong. */
  private void write(Note note) throws SQLException {
    for (int attempt = 1; attempt <= 2; attempt++) {
      try {
        file.work(at -> {
          note.change.on(at);
          return true;
        });
        return;
      } catch (SQLException e) {
        if (FileFailure.of(e) != FileFailure.MISTAKE) {
          throw e;
        }
        if (attempt == 2) {
          giveUp(note, e);
        }
      }
    }
  }

  private void giveUp(Note note, Exception failure) {
    LOG.warn("{}: {}", note.what, failure.getMessage());
    staff.happened(path + ": a note is wrong and lost: " + note.what);
  }

  private void remove(Note note) {
    synchronized (waiting) {
      waiting.remove(note);
    }
  }

  private void rest(long forMs) throws InterruptedException {
    synchronized (waiting) {
      if (open) {
        waiting.wait(forMs);
      }
    }
  }

  /** The next note, which stays in the queue until it is written; empty at the end. */
  private Optional<Note> next() throws InterruptedException {
    synchronized (waiting) {
      while (waiting.isEmpty()) {
        if (!open) {
          return Optional.empty();
        }
        if (nowMs.getAsLong() >= nextIdleMs) {
          beIdle();
        } else {
          waiting.wait(times.lookMs());
          if (waiting.isEmpty() && open) {
            waiting.add(LOOK);
          }
        }
      }
      return Optional.of(waiting.getFirst());
    }
  }

  /** Writes what waits, if the disk takes it in time. */
  @Override
  public void close() {
    open = false;
    synchronized (waiting) {
      waiting.notifyAll();
    }
    try {
      writer.join(times.closingMs());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (waiting() > 0) {
      LOG.warn("{}: {} notes could not be written before the end", path, waiting());
    }
    if (!writer.isAlive()) {
      file.close();
    }
  }
}
