package silverpoint.foundation.inference;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether this computer's processor can run libtorch. Its build for ARM uses the atomic
 * instructions of ARMv8.1, and a processor without them, such as the Cortex-A72 of a Raspberry Pi
 * 4, ends the program with SIGILL instead of an exception; so it is asked before.
 *
 * @param root of the file system, for tests
 * @param architecture as Java names it
 */
public record Processor(Path root, String architecture) {
  /** Those for which there is a libtorch. */
  private static final Set<String> KNOWN = Set.of("amd64", "x86_64", "aarch64");

  private static final String ARM = "aarch64";

  // of the auxiliary vector of the kernel, pairs of 64 bits
  private static final long AT_HWCAP = 16;
  private static final long HWCAP_ATOMICS = 1 << 8;

  /**
   * Why models cannot run.
   *
   * @param cure what helps
   */
  public record Hindrance(String why, String cure) {}

  /** That of this computer. */
  public static Processor ofThisComputer() {
    return new Processor(Path.of("/"), System.getProperty("os.arch"));
  }

  /** Throws {@link ProcessorException} where models cannot run. */
  public void require() {
    hindrance()
        .ifPresent(hindrance -> {
          throw new ProcessorException(hindrance.why + "; " + hindrance.cure);
        });
  }

  /** Why models cannot run; empty where they can. */
  public Optional<Hindrance> hindrance() {
    if (!KNOWN.contains(architecture)) {
      return Optional.of(
          new Hindrance(
              "there is no libtorch for this processor or 32-bit system (" + architecture + ")",
              "use a 64-bit system on x86-64 or ARM; on a Raspberry Pi 5, the 64-bit Raspberry Pi"
                  + " OS"));
    }
    if (architecture.equals(ARM) && !hasAtomics()) {
      return Optional.of(
          new Hindrance(
              "libtorch cannot run on this processor"
                  + model().map(model -> " (" + model + ")").orElse("")
                  + ": it lacks the atomic instructions of ARMv8.1",
              "use a Raspberry Pi 5 or a laptop; a Raspberry Pi 4 is too old"));
    }
    return Optional.empty();
  }

  /** As the list of features says; an emulator may show that of its host, then as Linux says. */
  private boolean hasAtomics() {
    List<String> features =
        lines(root.resolve("proc/cpuinfo")).stream()
            .filter(line -> line.startsWith("Features"))
            .toList();
    return features.isEmpty()
        ? capabilities().map(bits -> (bits & HWCAP_ATOMICS) != 0).orElse(true)
        : features.stream().allMatch(line -> List.of(line.split("\\s+")).contains("atomics"));
  }

  private Optional<Long> capabilities() {
    ByteBuffer pairs;
    try {
      byte[] vector = Files.readAllBytes(root.resolve("proc/self/auxv"));
      pairs = ByteBuffer.wrap(vector).order(ByteOrder.LITTLE_ENDIAN);
    } catch (IOException _) {
      return Optional.empty();
    }
    while (pairs.remaining() >= 2 * Long.BYTES) {
      long type = pairs.getLong();
      long value = pairs.getLong();
      if (type == AT_HWCAP) {
        return Optional.of(value);
      }
    }
    return Optional.empty();
  }

  private Optional<String> model() {
    return lines(root.resolve("proc/device-tree/model")).stream()
        .map(line -> line.replace("\0", ""))
        .findFirst();
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException _) {
      return List.of();
    }
  }
}
