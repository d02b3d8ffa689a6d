package silverpoint.kiosk.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The computer that is looked at.
 *
 * @param root all its files lie below
 * @param probe what no file tells
 */
record Computer(Path root, Probe probe) {
  /** An absolute path of that computer. */
  Path at(String path) {
    return root.resolve(path.replaceFirst("^/", ""));
  }

  /** Lines of a file; none where it cannot be read. */
  List<String> lines(String path) {
    return lines(at(path));
  }

  static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException _) {
      return List.of();
    }
  }

  /** The first line of a file. */
  Optional<String> line(String path) {
    return lines(path).stream().map(line -> line.replace("\0", "").strip()).findFirst();
  }

  /** Files of a folder, sorted; none where it cannot be read. */
  List<Path> files(String folder) {
    try (Stream<Path> files = Files.list(at(folder))) {
      return files.sorted().toList();
    } catch (IOException _) {
      return List.of();
    }
  }

  /** The value behind a name in {@code /proc/self/status}. */
  Optional<String> status(String name) {
    return lines("/proc/self/status").stream()
        .filter(line -> line.startsWith(name + ":"))
        .map(line -> line.substring(name.length() + 1).strip())
        .findFirst();
  }

  boolean isRaspberryPi() {
    return line("/proc/device-tree/model").filter(model -> model.contains("Raspberry")).isPresent();
  }
}
