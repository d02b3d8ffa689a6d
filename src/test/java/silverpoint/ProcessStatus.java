package silverpoint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What Linux says about this process. */
public final class ProcessStatus {
  private ProcessStatus() {}

  /** Memory that is resident and no file's, kB. */
  public static long anonymousKb() throws IOException {
    return kb("RssAnon");
  }

  /** The most memory that ever was resident, kB. */
  public static long mostResidentKb() throws IOException {
    return kb("VmHWM");
  }

  private static long kb(String key) throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith(key + ":"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst()
        .orElseThrow();
  }
}
