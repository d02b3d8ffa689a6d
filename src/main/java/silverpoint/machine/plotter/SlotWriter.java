package silverpoint.machine.plotter;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;

/** Seam: how a part of a file comes on the disk. */
@FunctionalInterface
interface SlotWriter {
  /** Writes the bytes at that place of the file; they are on the disk when this returns. */
  void write(Path file, long at, byte[] slot) throws IOException;

  /**
   * Makes the file and its folder where they are missing. Threads that are interrupted write too.
   */
  static void toDisk(Path file, long at, byte[] slot) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    // not a channel, which an interrupted thread cannot write
    try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
      open.seek(at);
      open.write(slot);
      open.getFD().sync();
    }
  }
}
