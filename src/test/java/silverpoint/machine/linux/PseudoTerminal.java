package silverpoint.machine.linux;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** Two ends of a cable: this one, and a device that behaves as a serial port. */
public final class PseudoTerminal implements AutoCloseable {
  private static final long TIOCSPTLCK = 0x40045431L;
  private static final long TIOCGPTN = 0x80045430L;

  private final Arena arena = Arena.ofShared();
  private final MemorySegment poll = arena.allocate(8, 4);
  private final MemorySegment buffer = arena.allocate(4096);
  private final int descriptor;
  private final String device;

  public PseudoTerminal() {
    descriptor =
        checked(
            LinuxCalls.open(
                arena.allocateFrom("/dev/ptmx"),
                LinuxCalls.O_RDWR | LinuxCalls.O_NOCTTY | LinuxCalls.O_NONBLOCK));
    MemorySegment number = arena.allocate(4, 4);
    checked(LinuxCalls.ioctl(descriptor, TIOCSPTLCK, number));
    checked(LinuxCalls.ioctl(descriptor, TIOCGPTN, number));
    device = "/dev/pts/" + number.get(JAVA_INT, 0);
  }

  private static int checked(int result) {
    if (result < 0) {
      throw new IllegalStateException("error " + -result);
    }
    return result;
  }

  /** The device of the other end. */
  public String device() {
    return device;
  }

  /** What the other end has written, or nothing after the timeout. */
  public byte[] read(int timeoutMs) {
    poll.set(JAVA_INT, 0, descriptor);
    poll.set(JAVA_SHORT, 4, (short) 1);
    poll.set(JAVA_SHORT, 6, (short) 0);
    if (LinuxCalls.poll(poll, 1, timeoutMs) <= 0) {
      return new byte[0];
    }
    int count = LinuxCalls.read(descriptor, buffer);
    return count <= 0 ? new byte[0] : buffer.asSlice(0, count).toArray(JAVA_BYTE);
  }

  public void write(byte[] bytes) {
    try (Arena one = Arena.ofConfined()) {
      checked(LinuxCalls.write(descriptor, one.allocateFrom(JAVA_BYTE, bytes)));
    }
  }

  /** Pulls the plug. */
  @Override
  public void close() {
    LinuxCalls.close(descriptor);
    arena.close();
  }
}
