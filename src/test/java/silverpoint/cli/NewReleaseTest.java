package silverpoint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The script that makes a release, in a repository of its own. */
class NewReleaseTest {
  private static final String POM =
      """
      <project>
        <version>0.1.0</version>
        <dependency>
          <version>0.1.0</version>
        </dependency>
      </project>
      """;

  private static final String CHANGELOG =
      """
      # Changelog

      ## Not yet released

      - what was written by hand
      """;

  @TempDir private Path dir;

  @BeforeEach
  void stage() throws IOException, InterruptedException {
    Files.createDirectory(dir.resolve("scripts"));
    Files.copy(Path.of("scripts/new-release"), dir.resolve("scripts/new-release"));
    dir.resolve("scripts/new-release").toFile().setExecutable(true);
    Files.writeString(dir.resolve("pom.xml"), POM);
    Files.writeString(dir.resolve("CHANGELOG.md"), CHANGELOG);
    run("git", "init", "--quiet");
    commit("Begin");
  }

  @Test
  void aReleaseIsCommittedAndTaggedWithItsHead() throws Exception {
    assertThat(run("scripts/new-release", "0.2.0")).contains("0.2.0 is committed and tagged");
    assertThat(text("pom.xml")).isEqualTo(POM.replaceFirst("0.1.0", "0.2.0"));
    assertThat(text("CHANGELOG.md"))
        .contains("## Not yet released\n\n## 0.2.0, 1970-01-01\n\n- what was written by hand\n");
    assertThat(run("git", "tag")).isEqualTo("v0.2.0\n");
    assertThat(run("git", "status", "--porcelain")).isEmpty();
  }

  @Test
  void theNextHeadHasWhatCameSince() throws Exception {
    run("scripts/new-release", "0.2.0");
    Files.writeString(dir.resolve("line"), "x");
    commit("A line & its end");
    run("scripts/new-release", "0.2.1");
    assertThat(text("CHANGELOG.md"))
        .contains("## 0.2.1, 1970-01-01\n\n- A line & its end\n\n## 0.2.0, 1970-01-01\n");
  }

  @Test
  void aDryRunSaysItAllAndChangesNothing() throws Exception {
    assertThat(run("scripts/new-release", "--dry-run", "0.2.0"))
        .contains("from 0.1.0 to 0.2.0", "## 0.2.0, 1970-01-01");
    assertThat(text("pom.xml")).isEqualTo(POM);
    assertThat(text("CHANGELOG.md")).isEqualTo(CHANGELOG);
    assertThat(run("git", "tag")).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"0.0.9, comes before 0.1.0", "v2, not a version", "0.2, not a version"})
  void aWrongVersionIsOneLine(String version, String complaint) throws Exception {
    assertThat(run("scripts/new-release", version)).contains(complaint).hasLineCount(1);
  }

  @Test
  void whatIsNotCommittedIsNotReleased() throws Exception {
    Files.writeString(dir.resolve("pom.xml"), POM + "\n");
    assertThat(run("scripts/new-release", "0.2.0")).contains("not committed").hasLineCount(1);
  }

  private String text(String name) throws IOException {
    return Files.readString(dir.resolve(name));
  }

  private void commit(String message) throws IOException, InterruptedException {
    run("git", "add", ".");
    run("git", "commit", "--quiet", "--message", message);
  }

  /** What it says, on both outputs. */
  private String run(String... command) throws IOException, InterruptedException {
    List<String> whole = new ArrayList<>(List.of(command));
    if (command[0].startsWith("scripts/")) {
      whole.set(0, dir.resolve(command[0]).toString());
    }
    ProcessBuilder builder =
        new ProcessBuilder(whole).directory(dir.toFile()).redirectErrorStream(true);
    builder.environment().put("SOURCE_DATE_EPOCH", "0");
    builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
    for (String who : new String[] {"AUTHOR", "COMMITTER"}) {
      builder.environment().put("GIT_" + who + "_NAME", "Somebody");
      builder.environment().put("GIT_" + who + "_EMAIL", "somebody@example.org");
    }
    Process process = builder.start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return said;
  }
}
