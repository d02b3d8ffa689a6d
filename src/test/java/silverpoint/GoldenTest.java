package silverpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is compared with a committed text goes red when it differs. */
class GoldenTest {
  @TempDir private Path folder;

  @Test
  void anotherTextIsRedAndLeavesTheFileAlone() throws IOException {
    Path file = Files.writeString(folder.resolve("words.txt"), "one\ntwo\n");
    Golden.isWritten(file, "one\ntwo\n", false);
    assertThatThrownBy(() -> Golden.isWritten(file, "one\nthree\n", false))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("words.txt; a change on purpose is written by -Dgolden.update=true");
    assertThat(file).hasContent("one\ntwo\n");
  }

  @Test
  void aTextThatWasNeverWrittenIsRed() {
    assertThatThrownBy(() -> Golden.isWritten(folder.resolve("new.txt"), "one\n", false))
        .isInstanceOf(UncheckedIOException.class);
  }

  @Test
  void aChangeOnPurposeIsWritten() {
    Path file = folder.resolve("pages").resolve("words.txt");
    Golden.isWritten(file, "three\n", true);
    assertThat(file).hasContent("three\n");
  }
}
