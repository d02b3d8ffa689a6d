package silverpoint.machine.linux;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * A serial port of Linux: 8 bits, no parity, one stop bit, no handshake, any baud rate (termios2).
 * Nobody else may open it meanwhile.
 */
public final class SerialPort implements SerialLine {
  private static final long TCGETS2 = 0x802C542AL;
  private static final long TCSETS2 = 0x402C542BL;
  private static final long TIOCEXCL = 0x540C;

  private static final int TERMIOS2_BYTES = 44;
  private static final int CFLAG_AT = 8;
  private static final int VTIME_AT = 17 + 5;
  private static final int VMIN_AT = 17 + 6;
  private static final int ISPEED_AT = 36;
  private static final int OSPEED_AT = 40;

  private static final int CS8 = 0x30;
  private static final int CREAD = 0x80;
  private static final int CLOCAL = 0x800;
  private static final int BAUD_AS_GIVEN = 0x1000;

  private static final short POLLIN = 1;
  private static final short POLLOUT = 4;

  private static final int BUFFER_BYTES = 4096;
  private static final int WRITE_MS = 1000;

  private final String path;
  private final int descriptor;
  private final Object reading = new Object();
  private final Object writing = new Object();
  private final MemorySegment readBuffer = Arena.ofAuto().allocate(BUFFER_BYTES);
  private final MemorySegment readPoll = Arena.ofAuto().allocate(8, 4);
  private final MemorySegment writePoll = Arena.ofAuto().allocate(8, 4);
  private volatile boolean closed;
  private boolean released;

  private SerialPort(String path, int descriptor) {
    this.path = path;
    this.descriptor = descriptor;
  }

  /**
   * @param path of the device, such as /dev/ttyUSB0
   */
  public static SerialPort open(String path, int baudRate) {
    try (Arena arena = Arena.ofConfined()) {
      int opened =
          LinuxCalls.open(
              arena.allocateFrom(path),
              LinuxCalls.O_RDWR | LinuxCalls.O_NOCTTY | LinuxCalls.O_NONBLOCK);
      if (opened < 0) {
        throw new SerialException(path + ": " + why(-opened));
      }
      MemorySegment settings = arena.allocate(TERMIOS2_BYTES, 4);
      int result = LinuxCalls.ioctl(opened, TCGETS2, settings);
      if (result >= 0) {
        raw(settings, baudRate);
        result = LinuxCalls.ioctl(opened, TCSETS2, settings);
      }
      if (result >= 0) {
        result = LinuxCalls.ioctl(opened, TIOCEXCL, MemorySegment.NULL);
      }
      if (result < 0) {
        LinuxCalls.close(opened);
        throw new SerialException(path + " is no serial port (error " + -result + ")");
      }
      return new SerialPort(path, opened);
    }
  }

  private static String why(int error) {
    return switch (error) {
      case LinuxCalls.ENOENT -> "there is no such device; plug the board in";
      case LinuxCalls.EACCES, LinuxCalls.EPERM ->
          "you may not open it; add the user to the group dialout";
      case LinuxCalls.EBUSY -> "another program has it open";
      default -> "cannot be opened (error " + error + ")";
    };
  }

  /** No byte means anything to the kernel. */
  private static void raw(MemorySegment settings, int baudRate) {
    settings.asSlice(0, VMIN_AT + 1L).fill((byte) 0);
    settings.set(JAVA_INT, CFLAG_AT, CS8 | CREAD | CLOCAL | BAUD_AS_GIVEN);
    settings.set(JAVA_BYTE, VTIME_AT, (byte) 0);
    settings.set(JAVA_BYTE, VMIN_AT, (byte) 1);
    settings.set(JAVA_INT, ISPEED_AT, baudRate);
    settings.set(JAVA_INT, OSPEED_AT, baudRate);
  }

  @Override
  public byte[] read(int timeoutMs) {
    synchronized (reading) {
      requireOpen();
      if (!isReady(readPoll, POLLIN, timeoutMs)) {
        return new byte[0];
      }
      int count = LinuxCalls.read(descriptor, readBuffer);
      if (count == -LinuxCalls.EAGAIN) {
        return new byte[0];
      }
      if (count <= 0) {
        throw gone();
      }
      return readBuffer.asSlice(0, count).toArray(JAVA_BYTE);
    }
  }

  @Override
  public void write(byte[] bytes) {
    synchronized (writing) {
      requireOpen();
      try (Arena arena = Arena.ofConfined()) {
        MemorySegment left = arena.allocateFrom(JAVA_BYTE, bytes);
        while (left.byteSize() > 0) {
          int count = LinuxCalls.write(descriptor, left);
          if (count == -LinuxCalls.EAGAIN) {
            if (!isReady(writePoll, POLLOUT, WRITE_MS)) {
              throw new SerialException(path + " takes no more bytes");
            }
          } else if (count < 0) {
            throw gone();
          } else {
            left = left.asSlice(count);
          }
        }
      }
    }
  }

  /** A device that has gone is ready, too: the next call fails. */
  private boolean isReady(MemorySegment poll, short events, int timeoutMs) {
    poll.set(JAVA_INT, 0, descriptor);
    poll.set(JAVA_SHORT, 4, events);
    poll.set(JAVA_SHORT, 6, (short) 0);
    int ready = LinuxCalls.poll(poll, 1, timeoutMs);
    if (ready < 0) {
      throw gone();
    }
    return ready > 0;
  }

  private SerialException gone() {
    return new SerialException(path + " has gone; the board was unplugged or has lost its power");
  }

  private void requireOpen() {
    if (closed) {
      throw new SerialException(path + " is closed");
    }
  }

  @Override
  public void close() {
    closed = true;
    synchronized (reading) {
      synchronized (writing) {
        if (released) {
          return;
        }
        released = true;
        LinuxCalls.close(descriptor);
      }
    }
  }
}
