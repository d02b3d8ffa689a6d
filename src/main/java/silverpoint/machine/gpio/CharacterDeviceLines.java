package silverpoint.machine.gpio;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import silverpoint.machine.linux.LinuxCalls;

/**
 * Output lines of one request to the GPIO character device: one system call writes any of them.
 * Writing allocates nothing.
 */
final class CharacterDeviceLines implements OutputLines {
  private static final long SET_VALUES = 0xC010B40FL;
  private static final int MASK_AT = 8;

  private final Arena arena = Arena.ofShared();
  private final MemorySegment values = arena.allocate(16, 8);
  private final int descriptor;
  private final int safeBits;
  private final int lineMask;
  private boolean open = true;

  CharacterDeviceLines(int descriptor, int safeBits, int lineMask) {
    this.descriptor = descriptor;
    this.safeBits = safeBits;
    this.lineMask = lineMask;
  }

  @Override
  public synchronized void write(int bits, int mask) {
    if (!open) {
      throw new GpioException("GPIO lines cannot be written: they were given back");
    }
    values.set(JAVA_LONG, 0, bits);
    values.set(JAVA_LONG, MASK_AT, mask);
    int result = LinuxCalls.ioctl(descriptor, SET_VALUES, values);
    if (result < 0) {
      throw new GpioException("GPIO lines cannot be written: error " + -result);
    }
  }

  @Override
  public synchronized void close() {
    if (open) {
      try {
        write(safeBits, lineMask);
      } finally {
        open = false;
        LinuxCalls.close(descriptor);
        arena.close();
      }
    }
  }
}
