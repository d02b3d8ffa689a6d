package silverpoint.plotter;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.zip.CRC32;
import silverpoint.motion.Backlash;
import silverpoint.motion.Direction;

/**
 * The machine's position on disk, in two slots that are written in turn: a write that a power cut
 * tears leaves the slot before. Each slot has a number that grows and a CRC-32; the valid slot with
 * the higher number counts.
 */
public final class PositionFile {
  static final int SLOT_BYTES = 64;

  private static final int MAGIC = 0x53504f53;
  private static final long INTERVAL_NS = 1_000_000_000;

  private final Path file;
  private final LongSupplier clockNs;
  private long sequence;
  private long writtenNs;
  private boolean written;

  public PositionFile(Path file, LongSupplier clockNs) {
    this.file = file;
    this.clockNs = clockNs;
  }

  /** The last position that was written whole; none where there is no file or no valid slot. */
  public Optional<MachinePosition> read() {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      ByteBuffer slots = ByteBuffer.allocate(2 * SLOT_BYTES);
      byte[] bytes = Files.readAllBytes(file);
      slots.put(bytes, 0, Math.min(bytes.length, slots.capacity()));
      long first = sequenceAt(slots, 0);
      long second = sequenceAt(slots, SLOT_BYTES);
      sequence = Math.max(first, second);
      return sequence == 0
          ? Optional.empty()
          : Optional.of(decoded(slots, first > second ? 0 : SLOT_BYTES));
    } catch (IOException e) {
      throw new PlotterException(file + " cannot be read: " + e.getMessage(), e);
    }
  }

  /**
   * Writes where a machine begins to move to both slots, so that none is left that tells of rest.
   */
  public void depart(MachinePosition position) {
    write(position);
    write(position);
  }

  /** Notes the position of a machine that moves: at most once a second. */
  public void moving(Supplier<MachinePosition> position) {
    if (!written || clockNs.getAsLong() - writtenNs >= INTERVAL_NS) {
      write(position.get());
    }
  }

  /** Writes the position; it is on disk when this returns. */
  public void write(MachinePosition position) {
    if (sequence == 0) {
      read();
    }
    sequence++;
    try {
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      try (FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
        ByteBuffer slot = encoded(position);
        long at = sequence % 2 * SLOT_BYTES;
        while (slot.hasRemaining()) {
          at += channel.write(slot, at);
        }
        channel.force(true);
      }
    } catch (IOException e) {
      throw new PlotterException(file + " cannot be written: " + e.getMessage(), e);
    }
    written = true;
    writtenNs = clockNs.getAsLong();
  }

  private ByteBuffer encoded(MachinePosition position) {
    ByteBuffer slot = ByteBuffer.allocate(SLOT_BYTES);
    slot.putInt(MAGIC).putLong(sequence).put(position.state().code());
    slot.putInt(position.xMotorSteps()).putInt(position.yMotorSteps());
    put(slot, position.backlash().x());
    put(slot, position.backlash().y());
    slot.putInt(position.xTurned()).putInt(position.yTurned());
    slot.putLong(position.job()).putInt(position.event());
    slot.position(SLOT_BYTES - Integer.BYTES);
    slot.putInt(crc(slot.array(), 0));
    return slot.flip();
  }

  private static void put(ByteBuffer slot, Backlash.Play play) {
    slot.put((byte) play.direction().sign()).putInt(play.offsetSteps());
  }

  private static MachinePosition decoded(ByteBuffer slots, int at) {
    slots.position(at + Integer.BYTES + Long.BYTES);
    return new MachinePosition(
        MachinePosition.State.of(slots.get()),
        slots.getInt(),
        slots.getInt(),
        new Backlash(play(slots), play(slots)),
        slots.getInt(),
        slots.getInt(),
        slots.getLong(),
        slots.getInt());
  }

  private static Backlash.Play play(ByteBuffer slots) {
    return new Backlash.Play(Direction.of(slots.get()), slots.getInt());
  }

  /** The number of a valid slot, 0 for a torn one. */
  private static long sequenceAt(ByteBuffer slots, int at) {
    boolean valid =
        slots.getInt(at) == MAGIC
            && slots.getInt(at + SLOT_BYTES - Integer.BYTES) == crc(slots.array(), at);
    return valid ? slots.getLong(at + Integer.BYTES) : 0;
  }

  private static int crc(byte[] bytes, int at) {
    CRC32 crc = new CRC32();
    crc.update(bytes, at, SLOT_BYTES - Integer.BYTES);
    return (int) crc.getValue();
  }
}
