package silverpoint.machine.plotter;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.zip.CRC32;
import silverpoint.machine.motion.Backlash;
import silverpoint.machine.motion.Direction;

/**
 * The machine's position on disk, in two slots that are written in turn: a write that a power cut
 * tears leaves the slot before. Each slot has a number that grows, the sum of the file's name and a
 * CRC-32; the valid slot with the higher number counts. A file that was another machine's, and one
 * that cannot be read, tell nothing: a person looks where the stylus stands.
 */
public final class PositionFile {
  static final int SLOT_BYTES = 64;

  private static final int SUM_AT = SLOT_BYTES - Integer.BYTES;
  private static final int NAME_SUM_AT = SUM_AT - Integer.BYTES;
  private static final int MAGIC = 0x53504f53;
  private static final long INTERVAL_NS = 1_000_000_000;

  /** More slots than any machine writes. */
  private static final long LAST = Long.MAX_VALUE / 2;

  private final Path file;
  private final LongSupplier clockNs;
  private final SlotWriter disk;
  private final int nameSum;
  private long sequence;
  private long writtenNs;
  private boolean written;

  public PositionFile(Path file, LongSupplier clockNs) {
    this(file, clockNs, SlotWriter::toDisk);
  }

  PositionFile(Path file, LongSupplier clockNs, SlotWriter disk) {
    this.file = file;
    this.clockNs = clockNs;
    this.disk = disk;
    byte[] letters = String.valueOf(file.getFileName()).getBytes(StandardCharsets.UTF_8);
    nameSum = crc(letters, 0, letters.length);
  }

  /** The last position that was written whole; none where there is no file or no valid slot. */
  public Optional<MachinePosition> read() {
    try {
      ByteBuffer slots = ByteBuffer.allocate(2 * SLOT_BYTES);
      try (InputStream bytes = Files.newInputStream(file)) {
        slots.put(bytes.readNBytes(slots.capacity()));
      }
      long first = sequenceAt(slots, 0);
      long second = sequenceAt(slots, SLOT_BYTES);
      sequence = Math.max(first, second);
      return sequence == 0
          ? Optional.empty()
          : Optional.of(decoded(slots, first > second ? 0 : SLOT_BYTES));
    } catch (NoSuchFileException _) {
      return Optional.empty();
    } catch (IOException e) {
      throw new PlotterException(
          "where the stylus stands cannot be read from %s: %s".formatted(file, words(e)), e);
    } catch (IllegalArgumentException _) {
      // whole, but of another program: nothing is known
      return Optional.empty();
    }
  }

  /**
   * Writes where a machine begins to move to both slots, so that none is left that tells of rest.
   */
  public void depart(MachinePosition position) {
    write(position);
    write(position);
  }

  /**
   * Notes the position of a machine that moves: at most once a second.
   *
   * @return whether it has written
   */
  public boolean moving(Supplier<MachinePosition> position) {
    boolean due = !written || clockNs.getAsLong() - writtenNs >= INTERVAL_NS;
    if (due) {
      write(position.get());
    }
    return due;
  }

  /** Writes the position; it is on disk when this returns. */
  public void write(MachinePosition position) {
    if (sequence == 0) {
      read();
    }
    ByteBuffer slot = encoded(position, sequence + 1);
    try {
      disk.write(file, (sequence + 1) % 2 * SLOT_BYTES, slot.array());
    } catch (IOException e) {
      throw new PlotterException(trouble(e), e);
    }
    // a slot that was not written whole is the next one again: the other one is whole
    sequence++;
    written = true;
    writtenNs = clockNs.getAsLong();
  }

  private static String words(IOException e) {
    return switch (e) {
      case AccessDeniedException _ -> "permission denied";
      case FileSystemException known when known.getReason() != null -> known.getReason();
      default -> String.valueOf(e.getMessage());
    };
  }

  private String trouble(IOException e) {
    String reason = words(e);
    return (reason.startsWith("No space left") ? "disk full" : "disk not writable")
        + ": where the stylus stands cannot be noted in "
        + file
        + " ("
        + reason
        + ")";
  }

  private ByteBuffer encoded(MachinePosition position, long sequence) {
    ByteBuffer slot = ByteBuffer.allocate(SLOT_BYTES);
    slot.putInt(MAGIC).putLong(sequence).put(position.state().code());
    slot.putInt(position.xMotorSteps()).putInt(position.yMotorSteps());
    put(slot, position.backlash().x());
    put(slot, position.backlash().y());
    slot.putInt(position.xTurned()).putInt(position.yTurned());
    slot.putLong(position.job()).putInt(position.event());
    slot.putInt(NAME_SUM_AT, nameSum);
    slot.putInt(SUM_AT, crc(slot.array(), 0, SUM_AT));
    return slot;
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

  /**
   * The number of a valid slot; 0 for a torn one, for one of another machine, and for one that no
   * newer one can follow.
   */
  private long sequenceAt(ByteBuffer slots, int at) {
    boolean valid =
        slots.getInt(at) == MAGIC
            && slots.getInt(at + NAME_SUM_AT) == nameSum
            && slots.getInt(at + SUM_AT) == crc(slots.array(), at, SUM_AT);
    long number = slots.getLong(at + Integer.BYTES);
    return valid && number > 0 && number < LAST ? number : 0;
  }

  private static int crc(byte[] bytes, int at, int length) {
    CRC32 crc = new CRC32();
    crc.update(bytes, at, length);
    return (int) crc.getValue();
  }
}
