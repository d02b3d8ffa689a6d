package silverpoint.kiosk.camera;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * Where programs are installed.
 *
 * @param folders as in the variable PATH
 */
record SearchPath(String folders) {
  static SearchPath ofThisComputer() {
    return new SearchPath(String.valueOf(System.getenv("PATH")));
  }

  Optional<Path> find(String program) {
    return Arrays.stream(folders.split(File.pathSeparator))
        .map(folder -> Path.of(folder).resolve(program))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
