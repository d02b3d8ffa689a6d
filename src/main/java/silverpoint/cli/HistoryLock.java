package silverpoint.cli;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Keeps a second kiosk away from the history of the first, whose sessions it would take for
 * interrupted ones. The system lets go of the lock at any end of the program.
 */
final class HistoryLock implements AutoCloseable {
  private final Optional<FileChannel> held;

  private HistoryLock(Optional<FileChannel> held) {
    this.held = held;
  }

  /**
   * Fails when another kiosk has it and does not end; a disk that cannot be written to stops no
   * kiosk.
   */
  static HistoryLock take(Path historyFile, Handover handover) {
    Path file = historyFile.resolveSibling(historyFile.getFileName() + ".lock").toAbsolutePath();
    FileChannel channel;
    try {
      Files.createDirectories(file.getParent());
      channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    } catch (IOException e) {
      return new HistoryLock(Optional.empty());
    }
    if (handover.await(historyFile.toString(), () -> isOurs(channel))) {
      return new HistoryLock(Optional.of(channel));
    }
    HistoryLock theirs = new HistoryLock(Optional.of(channel));
    theirs.close();
    throw new CommandFailure(
        ExitCode.USAGE,
        historyFile
            + ": another kiosk is running with it; end that one, or give this one its own --history and --state");
  }

  /** Takes the lock where nobody has it. */
  private static boolean isOurs(FileChannel channel) {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false;
    } catch (IOException e) {
      // a file system without locks
      return true;
    }
  }

  @Override
  public void close() {
    held.ifPresent(channel -> {
      try {
        channel.close();
      } catch (IOException e) {
        // the end of the program closes it
      }
    });
  }
}
