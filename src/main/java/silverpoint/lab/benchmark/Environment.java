package silverpoint.lab.benchmark;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Where a run took place; "unknown" for what the system does not tell.
 *
 * @param system operating system and architecture
 * @param processor model name
 * @param cores that this process may use
 * @param governor of the processor's clock
 * @param loadAverage of the last minute, at the start
 * @param memoryMb of the machine
 * @param cpuLimit of the control group
 * @param memoryLimit of the control group
 * @param java version and virtual machine
 * @param javaOptions that it was started with
 * @param engine neural engine, its version and device
 * @param commit of the program
 */
public record Environment(
    String system,
    String processor,
    int cores,
    String governor,
    double loadAverage,
    long memoryMb,
    String cpuLimit,
    String memoryLimit,
    String java,
    List<String> javaOptions,
    String engine,
    String commit) {
  private static final String UNKNOWN = "unknown";

  public Environment {
    javaOptions = List.copyOf(javaOptions);
  }

  /**
   * @param home folder of the program
   */
  public static Environment of(String engine, Path home) {
    return new Environment(
        System.getProperty("os.name")
            + " "
            + System.getProperty("os.version")
            + " "
            + System.getProperty("os.arch"),
        field(Path.of("/proc/cpuinfo"), "model name"),
        Runtime.getRuntime().availableProcessors(),
        firstLine(Path.of("/sys/devices/system/cpu/cpu0/cpufreq/scaling_governor")),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
        kilobytes(field(Path.of("/proc/meminfo"), "MemTotal")) / 1024,
        firstLine(Path.of("/sys/fs/cgroup/cpu.max")),
        firstLine(Path.of("/sys/fs/cgroup/memory.max")),
        System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"),
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
            .filter(option -> !option.contains("/"))
            .toList(),
        engine,
        commit(home));
  }

  /** Memory of the process that lies in the machine's, MB. */
  static double residentMb() {
    return kilobytes(field(Path.of("/proc/self/status"), "VmRSS")) / 1024.0;
  }

  /** The largest {@link #residentMb} since {@link #forgetPeak}. */
  static double peakResidentMb() {
    return kilobytes(field(Path.of("/proc/self/status"), "VmHWM")) / 1024.0;
  }

  /** Starts the peak anew, where the system lets a process do so. */
  static void forgetPeak() {
    try {
      Files.writeString(Path.of("/proc/self/clear_refs"), "5");
    } catch (IOException | RuntimeException e) {
      // the peak then counts from the start of the process
    }
  }

  private static String commit(Path home) {
    String head = firstLine(home.resolve(".git/HEAD"));
    if (!head.startsWith("ref: ")) {
      return head;
    }
    return firstLine(home.resolve(".git").resolve(head.substring("ref: ".length())));
  }

  private static String field(Path file, String key) {
    try {
      for (String line : Files.readAllLines(file)) {
        if (line.startsWith(key)) {
          return line.substring(line.indexOf(':') + 1).strip();
        }
      }
    } catch (IOException | RuntimeException e) {
      return UNKNOWN;
    }
    return UNKNOWN;
  }

  private static String firstLine(Path file) {
    try {
      return Files.readString(file).lines().findFirst().orElse(UNKNOWN).strip();
    } catch (IOException | RuntimeException e) {
      return UNKNOWN;
    }
  }

  private static long kilobytes(String text) {
    String digits = text.replaceAll("\\D", "");
    return digits.isEmpty() ? 0 : Long.parseLong(digits);
  }
}
