package silverpoint.machine.plotter;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntPredicate;

/** A disk that is full at chosen writes, of which a part may still arrive. */
final class BrittleDisk implements SlotWriter {
  /** Which writes fail, counted from 1. */
  volatile IntPredicate full = write -> false;

  /** How many bytes of a write that fails are on the disk. */
  volatile int tornBytes;

  private int writes;

  synchronized int writes() {
    return writes;
  }

  @Override
  public synchronized void write(Path file, long at, byte[] slot) throws IOException {
    writes++;
    boolean fails = full.test(writes);
    Files.createDirectories(file.getParent());
    try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
      open.seek(at);
      open.write(slot, 0, fails ? tornBytes : slot.length);
    }
    if (fails) {
      throw new IOException("No space left on device");
    }
  }
}
