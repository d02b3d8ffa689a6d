package silverpoint.kiosk.web.operations;

import com.sun.management.OperatingSystemMXBean;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import silverpoint.kiosk.booth.WireName;

/** How the computer does, from the files of the Linux kernel; what it does not tell is empty. */
public final class HostHealth {
  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  /** Bits of the Raspberry Pi's firmware: at this moment, and since it was switched on. */
  private static final int UNDER_VOLTAGE = 1;

  private static final int SLOWED = 2 | 4 | 8;
  private static final int SINCE_START = 16;

  private final Path root;
  private final Path disk;

  /**
   * @param cpuShare of all cores, 0..1
   * @param processCpuShare of this program, 0..1
   * @param temperatureC the hottest sensor
   * @param slowed whether the firmware holds the processor back; null where there is no such thing
   * @param underVoltage whether the power supply is too weak
   * @param slowedBefore whether either was so since the computer was switched on
   */
  @WireName("HostHealthView")
  record View(
      double cpuShare,
      double processCpuShare,
      int cores,
      long memoryUsedBytes,
      long memoryBytes,
      long heapUsedBytes,
      long heapMaxBytes,
      Optional<Double> temperatureC,
      Optional<Boolean> slowed,
      Optional<Boolean> underVoltage,
      Optional<Boolean> slowedBefore,
      long diskFreeBytes,
      long diskBytes,
      long uptimeS) {}

  /**
   * @param root of the file system, for tests
   * @param disk where the kiosk keeps its state
   */
  public HostHealth(Path root, Path disk) {
    this.root = root;
    this.disk = disk;
  }

  View look() {
    Optional<Integer> throttled = throttled();
    long total = SYSTEM.getTotalMemorySize();
    Runtime runtime = Runtime.getRuntime();
    return new View(
        share(SYSTEM.getCpuLoad()),
        share(SYSTEM.getProcessCpuLoad()),
        runtime.availableProcessors(),
        total - availableMemory().orElse(SYSTEM.getFreeMemorySize()),
        total,
        runtime.totalMemory() - runtime.freeMemory(),
        runtime.maxMemory(),
        hottestC().stream().boxed().findFirst(),
        throttled.map(bits -> (bits & SLOWED) != 0),
        throttled.map(bits -> (bits & UNDER_VOLTAGE) != 0),
        throttled.map(bits -> bits >>> SINCE_START != 0),
        disk().getUsableSpace(),
        disk().getTotalSpace(),
        ManagementFactory.getRuntimeMXBean().getUptime() / 1000);
  }

  /** How the computer is connected. */
  List<HostNetwork.View> network() {
    return new HostNetwork(root).look();
  }

  /** What runs here. */
  public static Map<String, String> versions() {
    return Map.of(
        "java", Runtime.version().toString(),
        "system", System.getProperty("os.name") + " " + System.getProperty("os.version"),
        "processor", System.getProperty("os.arch"));
  }

  private Optional<Long> availableMemory() {
    return lines(root.resolve("proc/meminfo")).stream()
        .filter(line -> line.startsWith("MemAvailable:"))
        .map(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
        .findFirst();
  }

  private OptionalDouble hottestC() {
    return folders(root.resolve("sys/class/thermal")).stream()
        .flatMap(zone -> lines(zone.resolve("temp")).stream())
        .filter(text -> text.matches("-?\\d{1,6}"))
        .mapToDouble(text -> Integer.parseInt(text) / 1000.0)
        .max();
  }

  /** The firmware's bits, where the kernel shows them. */
  private Optional<Integer> throttled() {
    return lines(root.resolve("sys/devices/platform/soc/soc:firmware/get_throttled")).stream()
        .filter(text -> text.matches("[0-9a-fA-F]{1,7}"))
        .map(text -> Integer.parseInt(text, 16))
        .findFirst();
  }

  /**
   * Asked as a file, since its file store is not known where the mount is hidden, as in a chroot.
   */
  private File disk() {
    return (Files.exists(disk) ? disk : root).toFile();
  }

  private static double share(double load) {
    return load >= 0 ? Math.min(1, load) : 0;
  }

  static List<String> lines(Path file) {
    try {
      return Files.isReadable(file) ? Files.readAllLines(file) : List.of();
    } catch (IOException _) {
      return List.of();
    }
  }

  static List<Path> folders(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return new ArrayList<>(files.toList());
    } catch (IOException _) {
      return List.of();
    }
  }
}
