package silverpoint.machine.gpio;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import silverpoint.machine.linux.LinuxCalls;

/**
 * A GPIO chip of the kernel, found by its label: the number of the device differs from kernel to
 * kernel (a Raspberry Pi 5 has had its lines on gpiochip4 and on gpiochip0).
 */
public final class GpioChip implements LineSource, AutoCloseable {
  /** Chips with the 40-pin header of Raspberry Pi 5, of 4 and of older ones. */
  public static final List<String> RASPBERRY_PI =
      List.of("pinctrl-rp1", "pinctrl-bcm2711", "pinctrl-bcm2835");

  // struct gpiochip_info and struct gpio_v2_line_request of uapi/linux/gpio.h
  private static final long GET_CHIP_INFO = 0x8044B401L;
  private static final int CHIP_INFO_BYTES = 68;
  private static final int LABEL_AT = 32;
  private static final long GET_LINE = 0xC250B407L;
  private static final int REQUEST_BYTES = 592;
  private static final int CONSUMER_AT = 256;
  private static final int FLAGS_AT = 288;
  private static final int ATTRIBUTE_COUNT_AT = 296;
  private static final int ATTRIBUTES_AT = 320;
  private static final int ATTRIBUTE_BYTES = 24;
  private static final int LINE_COUNT_AT = 560;
  private static final int DESCRIPTOR_AT = 588;
  private static final long FLAG_INPUT = 4;
  private static final long FLAG_OUTPUT = 8;
  private static final long FLAG_BOTH_EDGES = 16 | 32;
  private static final long FLAG_PULL_UP = 256;
  private static final int ATTRIBUTE_OUTPUT_VALUES = 2;
  private static final int ATTRIBUTE_DEBOUNCE = 3;
  private static final String CONSUMER = "silverpoint";

  /** Instead of a label, where the user may not open the chip. */
  public static final String NO_PERMISSION = "no permission";

  private final Arena arena = Arena.ofShared();
  private final Path device;
  private final int descriptor;

  /**
   * A chip that is there.
   *
   * @param label as the kernel names it, or why it does not
   */
  public record Found(Path device, String label) {}

  private GpioChip(Path device) {
    this.device = device;
    descriptor = LinuxCalls.open(arena.allocateFrom(device.toString()));
  }

  /** Opens the first chip that has one of the labels. */
  public static GpioChip open(List<String> labels) {
    return open(Path.of("/dev"), labels);
  }

  /** Whatever chips this computer has. */
  public static List<Found> all() {
    return devices(Path.of("/dev")).stream().map(GpioChip::look).toList();
  }

  private static Found look(Path device) {
    try (GpioChip chip = new GpioChip(device)) {
      return new Found(device, chip.label());
    }
  }

  static GpioChip open(Path directory, List<String> labels) {
    List<String> seen = new ArrayList<>();
    for (Path device : devices(directory)) {
      GpioChip chip = new GpioChip(device);
      String label = chip.label();
      if (labels.contains(label)) {
        return chip;
      }
      seen.add(device.getFileName() + " (" + label + ")");
      chip.close();
    }
    throw new GpioException(
        seen.isEmpty()
            ? "this computer has no GPIO chip (no "
                + directory
                + "/gpiochip*); the simulator needs none"
            : "no GPIO chip is one of "
                + String.join(", ", labels)
                + "; there are "
                + String.join(", ", seen)
                + cure(seen));
  }

  private static List<Path> devices(Path directory) {
    List<Path> devices = new ArrayList<>();
    try (DirectoryStream<Path> found = Files.newDirectoryStream(directory, "gpiochip*")) {
      found.forEach(devices::add);
    } catch (IOException e) {
      throw new GpioException(directory + " cannot be read: " + e.getMessage(), e);
    }
    devices.sort(null);
    return devices;
  }

  private static String cure(List<String> seen) {
    return seen.stream().anyMatch(chip -> chip.contains(NO_PERMISSION))
        ? "; add the user to the group gpio: sudo usermod -aG gpio $USER, then log in again"
        : "";
  }

  private static String problem(int error) {
    return error == -LinuxCalls.EACCES || error == -LinuxCalls.EPERM
        ? NO_PERMISSION
        : "error " + -error;
  }

  /** The kernel's, or why it tells none. */
  private String label() {
    if (descriptor < 0) {
      return problem(descriptor);
    }
    MemorySegment info = arena.allocate(CHIP_INFO_BYTES, 8);
    int result = LinuxCalls.ioctl(descriptor, GET_CHIP_INFO, info);
    return result < 0 ? problem(result) : info.getString(LABEL_AT);
  }

  @Override
  public OutputLines outputs(List<Integer> offsets, int safeBits) {
    MemorySegment request = request(offsets, FLAG_OUTPUT);
    attribute(request, ATTRIBUTE_OUTPUT_VALUES, safeBits, offsets.size());
    int mask = (1 << offsets.size()) - 1;
    return new CharacterDeviceLines(take(request, offsets), safeBits, mask);
  }

  @Override
  public InputLines inputs(List<Integer> offsets, int debounceUs) {
    MemorySegment request = request(offsets, FLAG_INPUT | FLAG_BOTH_EDGES | FLAG_PULL_UP);
    attribute(request, ATTRIBUTE_DEBOUNCE, debounceUs, offsets.size());
    return new CharacterDeviceInputs(take(request, offsets), offsets);
  }

  private MemorySegment request(List<Integer> offsets, long flags) {
    MemorySegment request = arena.allocate(REQUEST_BYTES, 8);
    IntStream.range(0, offsets.size()).forEach(i -> request.set(JAVA_INT, 4L * i, offsets.get(i)));
    request.setString(CONSUMER_AT, CONSUMER);
    request.set(JAVA_LONG, FLAGS_AT, flags);
    request.set(JAVA_INT, LINE_COUNT_AT, offsets.size());
    return request;
  }

  private static void attribute(MemorySegment request, int id, long value, int lines) {
    int count = request.get(JAVA_INT, ATTRIBUTE_COUNT_AT);
    long at = ATTRIBUTES_AT + (long) count * ATTRIBUTE_BYTES;
    request.set(JAVA_INT, at, id);
    request.set(JAVA_LONG, at + 8, value);
    request.set(JAVA_LONG, at + 16, (1L << lines) - 1);
    request.set(JAVA_INT, ATTRIBUTE_COUNT_AT, count + 1);
  }

  private int take(MemorySegment request, List<Integer> offsets) {
    int result = LinuxCalls.ioctl(descriptor, GET_LINE, request);
    if (result < 0) {
      throw new GpioException(
          "GPIO lines " + offsets + " of " + device + " cannot be had: " + refusal(-result));
    }
    return request.get(JAVA_INT, DESCRIPTOR_AT);
  }

  private static String refusal(int error) {
    return switch (error) {
      case LinuxCalls.EBUSY ->
          "another program or a kernel driver uses one of them; gpioinfo shows which";
      case LinuxCalls.EINVAL -> "the chip has no such line or does not support this use";
      default -> problem(-error);
    };
  }

  /** Lines that were requested stay in use until they are closed themselves. */
  @Override
  public void close() {
    if (descriptor >= 0) {
      LinuxCalls.close(descriptor);
    }
    arena.close();
  }
}
