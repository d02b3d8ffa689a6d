package silverpoint.kiosk.access;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A small file of lines {@code name value}, readable by its owner alone and replaced as a whole. A
 * command on the terminal may replace it while the kiosk runs.
 */
final class SecretFile {
  private static final String OWNER_ONLY = "rw-------";

  private final Path path;
  private Optional<Stamp> seen = Optional.of(Stamp.NEVER);

  /** What tells one state of the file from another. */
  private record Stamp(long changedNs, long bytes, String inode) {
    static final Stamp NEVER = new Stamp(-1, -1, "");
  }

  SecretFile(Path path) {
    this.path = path;
  }

  /**
   * The values by name, in file order, when the file is not as it was at the last call; no values
   * when there is no file.
   */
  synchronized Optional<Map<String, String>> news() {
    Optional<Stamp> before = seen;
    seen = stamp();
    return seen.equals(before) ? Optional.empty() : Optional.of(read());
  }

  private Optional<Stamp> stamp() {
    try {
      BasicFileAttributes file = Files.readAttributes(path, BasicFileAttributes.class);
      return Optional.of(
          new Stamp(
              file.lastModifiedTime().to(TimeUnit.NANOSECONDS),
              file.size(),
              String.valueOf(file.fileKey())));
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  private Map<String, String> read() {
    Map<String, String> values = new LinkedHashMap<>();
    try {
      for (String line : Files.readAllLines(path)) {
        int space = line.indexOf(' ');
        if (space < 1) {
          throw new SecretFileException(path + " is damaged; delete it and set the secrets again");
        }
        values.put(line.substring(0, space), line.substring(space + 1));
      }
    } catch (NoSuchFileException _) {
      return Map.of();
    } catch (IOException e) {
      throw new SecretFileException(path + " cannot be read: " + e.getMessage(), e);
    }
    return values;
  }

  synchronized void write(Map<String, String> values) {
    StringBuilder lines = new StringBuilder();
    values.forEach((name, value) -> lines.append(name).append(' ').append(value).append('\n'));
    Path next = path.resolveSibling(path.getFileName() + ".new");
    try {
      Files.createDirectories(path.toAbsolutePath().getParent());
      Files.deleteIfExists(next);
      Files.createFile(
          next, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY)));
      Files.writeString(next, lines);
      try (FileChannel written = FileChannel.open(next, StandardOpenOption.WRITE)) {
        // or a power cut leaves an empty file under the old name
        written.force(true);
      }
      Files.move(next, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      seen = stamp();
    } catch (IOException e) {
      throw new SecretFileException(path + " cannot be written: " + e.getMessage(), e);
    }
  }
}
