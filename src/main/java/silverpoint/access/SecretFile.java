package silverpoint.access;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A small file of lines {@code name value}, readable by its owner alone and replaced as a whole.
 */
record SecretFile(Path path) {
  private static final String OWNER_ONLY = "rw-------";

  /** The values by name, in file order; none when there is no file. */
  Map<String, String> read() {
    Map<String, String> values = new LinkedHashMap<>();
    try {
      for (String line : Files.readAllLines(path)) {
        int space = line.indexOf(' ');
        if (space < 1) {
          throw new AccessException(path + " is damaged; delete it and set the secrets again");
        }
        values.put(line.substring(0, space), line.substring(space + 1));
      }
    } catch (NoSuchFileException _) {
      return Map.of();
    } catch (IOException e) {
      throw new AccessException(path + " cannot be read: " + e.getMessage(), e);
    }
    return values;
  }

  void write(Map<String, String> values) {
    StringBuilder lines = new StringBuilder();
    values.forEach((name, value) -> lines.append(name).append(' ').append(value).append('\n'));
    Path next = path.resolveSibling(path.getFileName() + ".new");
    try {
      Files.createDirectories(path.toAbsolutePath().getParent());
      Files.deleteIfExists(next);
      Files.createFile(
          next, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY)));
      Files.writeString(next, lines);
      Files.move(next, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new AccessException(path + " cannot be written: " + e.getMessage(), e);
    }
  }
}
