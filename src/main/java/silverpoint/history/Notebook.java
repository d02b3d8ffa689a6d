package silverpoint.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes notes to the file, in order, on a thread of its own. A note that the disk does not take
 * stays first and is tried again, with growing pauses. A damaged file is put aside.
 */
final class Notebook implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Notebook.class);

  /** More notes than a day brings; beyond, the oldest are given up. */
  private static final int MOST_WAITING = 20_000;

  private static final long FIRST_RETRY_MS = 1_000;
  private static final long LONGEST_RETRY_MS = 30_000;
  private static final long CLOSING_MS = 5_000;

  /** Work on the file. */
  @FunctionalInterface
  interface Note {
    void write(HistoryFile file) throws SQLException;
  }

  /** A question to the file. */
  @FunctionalInterface
  interface Question<T> {
    T ask(HistoryFile file) throws SQLException;
  }

  private final Path path;
  private final InstantSource clock;
  private final Note idle;
  private final long idleMs;
  private final Consumer<Optional<String>> trouble;
  private final Deque<Note> waiting = new ArrayDeque<>();
  private final Object fileLock = new Object();
  private final Thread writer =
      Thread.ofPlatform().daemon().name("silverpoint-history").unstarted(this::write);
  private @Nullable HistoryFile file;
  private volatile boolean open = true;
  private boolean failing;
  private long idledMs;

  /**
   * @param idle done at first and then after every {@code idleMs} when nothing waits
   * @param trouble told why nothing can be written, and with empty when it can again
   */
  Notebook(
      Path path, InstantSource clock, Note idle, long idleMs, Consumer<Optional<String>> trouble) {
    this.path = path;
    this.clock = clock;
    this.idle = idle;
    this.idleMs = idleMs;
    this.trouble = trouble;
  }

  void start() {
    writer.start();
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
      }
      waiting.addLast(note);
      waiting.notifyAll();
    }
  }

  void addFirst(Note note) {
    synchronized (waiting) {
      waiting.addFirst(note);
      waiting.notifyAll();
    }
  }

  /** Reads or changes the file on the caller's thread. */
  <T> T ask(Question<T> question) {
    synchronized (fileLock) {
      try {
        return question.ask(file());
      } catch (SQLException e) {
        release();
        throw new HistoryException(path + ": " + line(e), e);
      }
    }
  }

  private HistoryFile file() throws SQLException {
    HistoryFile known = file;
    if (known == null) {
      known = opened();
      file = known;
    }
    return known;
  }

  private HistoryFile opened() throws SQLException {
    try {
      return HistoryFile.open(path);
    } catch (SQLException e) {
      String message = line(e);
      if (!message.contains("SQLITE_NOTADB") && !message.contains("SQLITE_CORRUPT")) {
        throw e;
      }
      setAside();
      return HistoryFile.open(path);
    }
  }

  /** A file that is no history any more is left for whoever wants to mend it. */
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

  /** Closes the file, which is opened again when it is needed. */
  void release() {
    synchronized (fileLock) {
      HistoryFile closed = file;
      file = null;
      if (closed != null) {
        try {
          closed.close();
        } catch (SQLException e) {
          LOG.debug("the history did not close", e);
        }
      }
    }
  }

  private void write() {
    long retryMs = FIRST_RETRY_MS;
    try {
      Optional<Note> next = next();
      while (next.isPresent()) {
        Note note = next.get();
        try {
          ask(at -> {
            note.write(at);
            return true;
          });
          synchronized (waiting) {
            waiting.remove(note);
          }
          tell(Optional.empty());
          retryMs = FIRST_RETRY_MS;
        } catch (HistoryException e) {
          tell(Optional.of(String.valueOf(e.getMessage())));
          if (!open) {
            return;
          }
          Thread.sleep(retryMs);
          retryMs = Math.min(2 * retryMs, LONGEST_RETRY_MS);
        }
        next = next();
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
        if (clock.millis() - idledMs >= idleMs) {
          idledMs = clock.millis();
          waiting.add(idle);
        } else {
          waiting.wait(idleMs / 10);
        }
      }
      return Optional.of(waiting.getFirst());
    }
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

  /** Writes what waits, if the disk takes it within some seconds. */
  @Override
  public void close() {
    open = false;
    synchronized (waiting) {
      waiting.notifyAll();
    }
    try {
      writer.join(CLOSING_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    release();
  }
}
