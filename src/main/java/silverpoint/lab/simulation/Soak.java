package silverpoint.lab.simulation;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import silverpoint.kiosk.app.RunningKiosk;
import silverpoint.kiosk.booth.Counters;
import silverpoint.kiosk.booth.Outcome;

/** What a running kiosk uses, at the beginning and at the end of a long run. */
public final class Soak {
  private static final Path PROCESS = Path.of("/proc/self");

  /** The models are loaded and the compiler has seen the busy code after this time. */
  private static final int SETTLING_S = 60;

  private final RunningKiosk kiosk;
  private final long beganNs = System.nanoTime();
  private final long beganCpuNs = cpuNs();
  private volatile Use first = Use.now();

  /** What the process holds. */
  private record Use(long heapBytes, long residentKib, int threads, long files) {
    static Use now() {
      MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
      memory.gc();
      return new Use(
          memory.getHeapMemoryUsage().getUsed(),
          readResidentKib(),
          ManagementFactory.getThreadMXBean().getThreadCount(),
          openFiles());
    }

    private static long readResidentKib() {
      try (Stream<String> lines = Files.lines(PROCESS.resolve("status"))) {
        return lines
            .filter(line -> line.startsWith("VmRSS:"))
            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
            .findFirst()
            .orElse(-1);
      } catch (IOException e) {
        return -1;
      }
    }

    private static long openFiles() {
      try (Stream<Path> files = Files.list(PROCESS.resolve("fd"))) {
        return files.count();
      } catch (IOException e) {
        return -1;
      }
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "heap %.1f MB, resident %.0f MB, %d threads, %d files",
          heapBytes / 1e6,
          residentKib / 1024.0,
          threads,
          files);
    }
  }

  private Soak(RunningKiosk kiosk) {
    this.kiosk = kiosk;
  }

  public static Soak begin(RunningKiosk kiosk) {
    Soak soak = new Soak(kiosk);
    Thread.ofVirtual()
        .start(() -> {
          try {
            Thread.sleep(SETTLING_S * 1000L);
            soak.first = Use.now();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    return soak;
  }

  public void report(String how, PrintWriter out) {
    double wallS = (System.nanoTime() - beganNs) * 1e-9;
    double cpuS = (cpuNs() - beganCpuNs) * 1e-9;
    Counters counters = kiosk.booth().snapshot().state().counters();
    out.printf(Locale.ROOT, "soak %s after %.0f s%n", how, wallS);
    out.println("  after a minute: " + first);
    out.println("  at the end:     " + Use.now());
    out.printf(
        Locale.ROOT,
        "  sessions %d, drawn %d, ended %s, faults %d%n",
        counters.began(),
        counters.ended(Outcome.DRAWN),
        counters.ended(),
        counters.faults());
    out.printf(
        Locale.ROOT,
        "  %.1f frames/s looked at, %.0f %% of one core%n",
        kiosk.watch().latest().framesPerS(),
        100 * cpuS / wallS);
    out.println("  lines in memory: " + kiosk.crew().memory().size());
    out.flush();
  }

  private static long cpuNs() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
        ? system.getProcessCpuTime()
        : 0;
  }
}
