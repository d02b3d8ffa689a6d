package silverpoint.machine.gpio;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Optional;
import silverpoint.machine.linux.LinuxCalls;

/**
 * Input lines of one request to the GPIO character device: their levels, and their edges as events
 * with the kernel's time.
 */
final class CharacterDeviceInputs implements InputLines {
  // struct gpio_v2_line_event and gpio_v2_line_values of uapi/linux/gpio.h; struct pollfd
  private static final long GET_VALUES = 0xC010B40EL;
  private static final int EVENT_BYTES = 48;
  private static final int ID_AT = 8;
  private static final int OFFSET_AT = 12;
  private static final int RISING = 1;
  private static final short POLLIN = 1;

  private final Arena arena = Arena.ofShared();
  private final MemorySegment event = arena.allocate(EVENT_BYTES, 8);
  private final MemorySegment poll = arena.allocate(8, 8);
  private final MemorySegment values = arena.allocate(16, 8);
  private final int descriptor;
  private final List<Integer> pins;
  private boolean open = true;

  CharacterDeviceInputs(int descriptor, List<Integer> pins) {
    this.descriptor = descriptor;
    this.pins = List.copyOf(pins);
    poll.set(JAVA_INT, 0, descriptor);
    poll.set(JAVA_SHORT, 4, POLLIN);
  }

  @Override
  public synchronized boolean isHigh(int pin) {
    long line = 1L << pins.indexOf(pin);
    values.set(JAVA_LONG, 0, 0);
    values.set(JAVA_LONG, 8, line);
    check(LinuxCalls.ioctl(descriptor, GET_VALUES, values));
    return (values.get(JAVA_LONG, 0) & line) != 0;
  }

  @Override
  public Optional<Edge> next(int timeoutMs) {
    if (check(LinuxCalls.poll(poll, 1, timeoutMs)) == 0) {
      return Optional.empty();
    }
    if (check(LinuxCalls.read(descriptor, event)) < EVENT_BYTES) {
      throw new GpioException("GPIO inputs cannot be read: the chip is gone");
    }
    return Optional.of(
        new Edge(event.get(JAVA_INT, OFFSET_AT), event.get(JAVA_INT, ID_AT) == RISING));
  }

  private static int check(int result) {
    if (result < 0) {
      throw new GpioException("GPIO inputs cannot be read: error " + -result);
    }
    return result;
  }

  @Override
  public synchronized void close() {
    if (open) {
      open = false;
      LinuxCalls.close(descriptor);
      arena.close();
    }
  }
}
