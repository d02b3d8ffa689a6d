package silverpoint.lab.benchmark;

import java.nio.file.Path;

/**
 * A picture file of the corpus.
 *
 * @param name its path below the corpus, with slashes
 * @param group the first folder of the name, or empty
 * @param file where it is
 */
public record Picture(String name, String group, Path file) {
  /** The picture of that name in a folder. */
  public static Picture below(Path folder, String name) {
    int slash = name.indexOf('/');
    return new Picture(name, slash < 0 ? "" : name.substring(0, slash), folder.resolve(name));
  }
}
