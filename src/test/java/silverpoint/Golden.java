package silverpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Texts as they are committed; {@code -Dgolden.update=true} rewrites them. */
public final class Golden {
  private static final Path FOLDER = Path.of("src/test/resources/golden");

  private Golden() {}

  /** The text is the one that was released, and others rely on it. */
  public static void isReleased(String name, String text) {
    isWritten(FOLDER.resolve(name), text, Boolean.getBoolean("golden.update"));
  }

  /** A page of the documentation, which is made of the code, shows the text. */
  public static void isShown(Path page, String text) {
    isWritten(page, text, Boolean.getBoolean("golden.update"));
  }

  static void isWritten(Path file, String text, boolean rewrites) {
    try {
      if (rewrites) {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, text);
      }
      assertThat(text)
          .as("%s; a change on purpose is written by -Dgolden.update=true", file)
          .isEqualTo(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
