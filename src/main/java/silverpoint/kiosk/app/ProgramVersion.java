package silverpoint.kiosk.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The version of this program, which the build takes from {@code pom.xml}. */
public final class ProgramVersion {
  private ProgramVersion() {}

  /** Such as 1.2.3. */
  public static String number() {
    try (InputStream text = ProgramVersion.class.getResourceAsStream("/silverpoint/version.txt")) {
      return new String(Objects.requireNonNull(text).readAllBytes(), StandardCharsets.UTF_8)
          .strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
