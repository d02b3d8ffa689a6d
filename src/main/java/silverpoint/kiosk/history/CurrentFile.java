package silverpoint.kiosk.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file that is read and written now. It is opened when it is needed. A damaged file is put
 * aside, with all that it holds, and a new one begun; so it is when the file was moved away,
 * replaced or deleted by somebody. Every file holds first what {@link Beginning} says.
 */
final class CurrentFile implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(CurrentFile.class);

  /** Opens a file, or makes it. */
  @FunctionalInterface
  interface Opener {
    HistoryFile open(Path path) throws SQLException;
  }

  /** Work on the file. */
  @FunctionalInterface
  interface Work<T> {
    T on(HistoryFile file) throws SQLException;
  }

  /** What a file holds before anything else is written to it. */
  interface Beginning {
    boolean isIn(HistoryFile file) throws SQLException;

    void write(HistoryFile file) throws SQLException;
  }

  private final Path path;
  private final Opener opener;
  private final AsideFiles aside;
  private final Consumer<String> notices;
  private @Nullable Beginning beginning;
  private @Nullable HistoryFile file;
  private @Nullable Object identity;
  private @Nullable Object begunIn;

  /**
   * @param notices told what happened to a file
   */
  CurrentFile(Path path, Opener opener, AsideFiles aside, Consumer<String> notices) {
    this.path = path;
    this.opener = opener;
    this.aside = aside;
    this.notices = notices;
  }

  /** From now on every file begins so. */
  synchronized void begin(Beginning first) {
    beginning = first;
  }

  /**
   * Works on the file; what is done before a failure must be undone by the work itself. Damage that
   * shows is got over at once, in a new file.
   */
  synchronized <T> T work(Work<T> work) throws SQLException {
    try {
      return work.on(file());
    } catch (RuntimeException | Error e) {
      release();
      throw e;
    } catch (SQLException e) {
      if (FileFailure.of(e) != FileFailure.DAMAGE) {
        release();
        throw e;
      }
      putAside();
      return work.on(file());
    }
  }

  private HistoryFile file() throws SQLException {
    HistoryFile known = file;
    if (known != null && !Objects.equals(identity, identity())) {
      leave(known);
      known = null;
    }
    if (known == null) {
      known = opener.open(path);
      file = known;
      identity = identity();
    }
    Beginning first = beginning;
    if (first != null && !(Objects.equals(begunIn, identity) && first.isIn(known))) {
      begin(known, first);
      begunIn = identity;
    }
    return known;
  }

  private static void begin(HistoryFile file, Beginning first) throws SQLException {
    try {
      file.transaction(at -> {
        first.write(at);
        return true;
      });
    } catch (SQLException e) {
      throw FileFailure.of(e) == FileFailure.MISTAKE
          ? HistoryFile.damaged("nothing can be begun in it", e)
          : e;
    }
  }

  /** What tells this file from another one in its place; null when there is none. */
  private @Nullable Object identity() throws SQLException {
    try {
      BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
      return Optional.ofNullable(attributes.fileKey()).orElse("no keys on this disk");
    } catch (NoSuchFileException e) {
      return null;
    } catch (IOException e) {
      throw new SQLException(path + " cannot be looked at", e);
    }
  }

  /** Another file is in its place, or none. What only the log holds goes to where the file went. */
  private void leave(HistoryFile moved) throws SQLException {
    boolean replaced = identity() != null;
    try {
      moved.forgetLog();
      release();
    } catch (SQLException e) {
      release();
      aside.putAside("-wal");
    }
    notices.accept(
        path
            + (replaced
                ? " was replaced by another file, which is written to from now on"
                : " was moved away or deleted; a new one is begun"));
  }

  /** A file that is no history any more is left, with its log, for whoever wants to mend it. */
  private void putAside() throws SQLException {
    release();
    // first the log: without its file it would be thrown away by whoever opens a new one
    Path to = aside.putAside("-wal", "");
    notices.accept(
        path
            + " is damaged; it is put aside as "
            + to.getFileName()
            + ", and a new one is begun; "
            + aside.until(to));
  }

  /** Closes the file, which is opened again when it is needed. */
  synchronized void release() {
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

  @Override
  public void close() {
    release();
  }
}
