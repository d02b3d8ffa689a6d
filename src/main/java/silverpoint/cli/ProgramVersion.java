package silverpoint.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** The version of this program, which the build takes from {@code pom.xml}. */
final class ProgramVersion implements IVersionProvider {
  /** Such as 1.2.3. */
  static String number() {
    try (InputStream text = ProgramVersion.class.getResourceAsStream("/silverpoint/version.txt")) {
      return new String(Objects.requireNonNull(text).readAllBytes(), StandardCharsets.UTF_8)
          .strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String[] getVersion() {
    return new String[] {"silverpoint " + number()};
  }
}
