package silverpoint.kiosk.history;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import silverpoint.kiosk.booth.BoothClock;

/** A disk that a history lies on, which is full whenever a test wants it to be. */
public final class StagedDisk {
  private static final String FULL = "PRAGMA max_page_count = 1";

  private final StagedHistory staged;
  private volatile boolean full;
  private volatile @Nullable HistoryFile opened;

  public StagedDisk(Path folder) {
    staged = new StagedHistory(folder);
  }

  /** A history on this disk that waits for nothing but the booth's clock. */
  public History history(
      BoothClock clock, HistorySettings settings, Consumer<Optional<String>> trouble) {
    return new History(staged.file, settings, clock, trouble, this::open, StagedHistory.SOON);
  }

  private HistoryFile open(Path path) throws SQLException {
    HistoryFile file = HistoryFile.open(path);
    opened = file;
    if (full) {
      file.execute(FULL);
    }
    return file;
  }

  /** From now on the file cannot grow. */
  public void fill() throws SQLException {
    full = true;
    HistoryFile file = opened;
    if (file != null) {
      file.execute(FULL);
    }
  }

  public boolean isFull() {
    return full;
  }

  /** A file that did not take a note is opened anew, and may grow again. */
  public void makeRoom() {
    full = false;
  }

  /** A session is gone, as if it had never been noted. */
  public void lose(long session) throws SQLException {
    StagedHistory.change(staged.file, "DELETE FROM session WHERE number = " + session);
  }

  /** Whether any file of the disk holds the text. */
  public boolean holds(String text) {
    return staged.onDisk(text);
  }

  /** Waits for what another thread does, as writing to the disk. */
  public static void until(BooleanSupplier condition) {
    StagedHistory.until(condition);
  }
}
