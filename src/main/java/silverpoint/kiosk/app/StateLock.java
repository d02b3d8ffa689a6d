package silverpoint.kiosk.app;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Keeps a second kiosk away from a file of the first: from its history, whose sessions it would
 * take for interrupted ones, and from its audit log, which names no kiosk. The system lets go of
 * the lock at any end of the program.
 */
public final class StateLock implements AutoCloseable {
  private final Optional<FileChannel> held;

  private StateLock(Optional<FileChannel> held) {
    this.held = held;
  }

  /**
   * Fails when another kiosk has it and does not end; a disk that cannot be written to stops no
   * kiosk.
   *
   * @param cure what helps but to end the other one
   */
  public static StateLock take(Path shared, String cure, Handover handover) {
    Path file = shared.resolveSibling(shared.getFileName() + ".lock").toAbsolutePath();
    FileChannel channel;
    try {
      Files.createDirectories(file.getParent());
      channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    } catch (IOException e) {
      return new StateLock(Optional.empty());
    }
    if (handover.await(shared.toString(), () -> isOurs(channel))) {
      return new StateLock(Optional.of(channel));
    }
    StateLock theirs = new StateLock(Optional.of(channel));
    theirs.close();
    throw new InUseException(
        shared + ": another kiosk is running with it; end that one, or " + cure);
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
