package silverpoint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import silverpoint.cli.terminal.ExitCode;

/**
 * What the scripts do on a computer without a JDK or Maven: the functions of {@code
 * scripts/lib/java.sh}, with a system and an apt of the test's.
 */
class SetUpTest {
  /** Nothing is there until apt has installed it; apt says what it was asked for. */
  private static final String STAGE =
      """
      set -euo pipefail
      os_release=os-release
      . '%s/scripts/lib/java.sh'
      find_jdk() { [ ! -e openjdk-25-jdk-headless ] || echo /usr/lib/jvm/staged; }
      has_maven() { [ -e maven ]; }
      is_root() { false; }
      is_asked() { false; }
      sudo() { echo "sudo $*" >>asked; "$@"; }
      apt-get() {
        local package
        [ "$1" = install ] || return 0
        for package in openjdk-25-jdk-headless maven; do
          case " $* " in *" $package "*) touch "$package" ;; esac
        done
      }
      apt-cache() { printf '  Installed: (none)\\n  Candidate: %%s\\n' "${candidate:-(none)}"; }
      """;

  private static final String DEBIAN_13 = "ID=debian VERSION_ID=\"13\"";
  private static final String BOTH = "require_tools jdk maven; echo \"JAVA_HOME is $JAVA_HOME\"";

  @TempDir private Path folder;

  private record Outcome(int exitCode, String said) {}

  private Outcome shell(String system, String input, String script)
      throws IOException, InterruptedException {
    Files.writeString(folder.resolve("os-release"), system.replace(' ', '\n') + "\n");
    Files.writeString(folder.resolve("input"), input);
    String stage = STAGE.formatted(Path.of("").toAbsolutePath());
    Process process =
        new ProcessBuilder("bash", "-c", stage + script)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectInput(folder.resolve("input").toFile())
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Outcome(process.waitFor(), said);
  }

  private List<String> asked() throws IOException {
    Path file = folder.resolve("asked");
    return Files.exists(file) ? Files.readAllLines(file) : List.of();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "ID=debian VERSION_ID=\"13\"",
        "ID=raspbian VERSION_ID=\"13\"",
        "ID=debian VERSION_ID=\"14\""
      })
  void withYesBothAreInstalledWithoutAQuestion(String system) throws Exception {
    Outcome outcome = shell(system, "", "assume_yes=y; " + BOTH);
    assertThat(outcome.exitCode).as(outcome.said).isZero();
    assertThat(outcome.said).isEqualTo("JAVA_HOME is /usr/lib/jvm/staged\n");
    assertThat(asked())
        .containsExactly(
            "sudo apt-get update",
            "sudo apt-get install --yes --no-install-recommends openjdk-25-jdk-headless maven");
  }

  @ParameterizedTest(name = "answer ''{0}''")
  @CsvSource({"'', true", "y, true", "Yes, true", "n, false", "never, false"})
  void aPersonIsAskedOnce(String answer, boolean agrees) throws Exception {
    Outcome outcome = shell(DEBIAN_13, answer + "\n", "is_asked() { true; }; " + BOTH);
    assertThat(outcome.exitCode).as(outcome.said).isEqualTo(agrees ? 0 : ExitCode.UNFIT);
    assertThat(asked()).hasSize(agrees ? 2 : 0);
    assertThat(outcome.said.contains("JAVA_HOME is")).isEqualTo(agrees);
  }

  @Test
  void whereNobodyCanBeAskedNothingIsInstalledAndTheCommandIsNamed() throws Exception {
    Outcome outcome = shell(DEBIAN_13, "y\n", BOTH);
    assertThat(outcome.exitCode).isEqualTo(ExitCode.UNFIT);
    assertThat(outcome.said)
        .isEqualTo(
            "silverpoint: needs openjdk-25-jdk-headless maven; call it again with --yes as the first"
                + " argument, or:  sudo apt-get install --no-install-recommends"
                + " openjdk-25-jdk-headless maven\n");
    assertThat(asked()).isEmpty();
  }

  @Test
  void onlyWhatIsMissingIsInstalled() throws Exception {
    Files.createFile(folder.resolve("openjdk-25-jdk-headless"));
    assertThat(shell(DEBIAN_13, "", "assume_yes=y; " + BOTH).exitCode).isZero();
    assertThat(asked()).last().asString().endsWith("--no-install-recommends maven");
  }

  @Test
  void whereAllIsThereNothingIsAsked() throws Exception {
    Files.createFile(folder.resolve("openjdk-25-jdk-headless"));
    Files.createFile(folder.resolve("maven"));
    assertThat(shell("ID=other", "", BOTH))
        .isEqualTo(new Outcome(0, "JAVA_HOME is /usr/lib/jvm/staged\n"));
    assertThat(asked()).isEmpty();
  }

  @Test
  void rootNeedsNoSudo() throws Exception {
    Outcome outcome = shell(DEBIAN_13, "", "is_root() { true; }; assume_yes=y; " + BOTH);
    assertThat(outcome.exitCode).as(outcome.said).isZero();
    assertThat(asked()).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "ID=debian VERSION_ID=\"12\" PRETTY_NAME=\"Debian_12\"",
        "ID=ubuntu ID_LIKE=debian VERSION_ID=\"24.04\" PRETTY_NAME=\"Ubuntu_24.04\"",
        "ID=fedora VERSION_ID=42 PRETTY_NAME=\"Fedora_42\""
      })
  void whereNoPackageHasAJdkTheCommandsThatHelpAreNamed(String system) throws Exception {
    Outcome outcome = shell(system, "", "assume_yes=y; " + BOTH);
    assertThat(outcome.exitCode).isEqualTo(ExitCode.UNFIT);
    assertThat(outcome.said)
        .contains(system.replaceAll(".*PRETTY_NAME=\"(.*)\"", "$1"))
        .contains("sudo mkdir -p /usr/lib/jvm\n", "| sudo tar -xz -C /usr/lib/jvm\n")
        .contains("Maven 3.8 or later")
        .doesNotContain("unbound", "line ");
    assertThat(asked()).isEmpty();
  }

  @Test
  void anUbuntuWhosePackagesHaveAJdkIsServed() throws Exception {
    Outcome outcome =
        shell("ID=ubuntu VERSION_ID=\"25.10\"", "", "candidate=25.0.1+8-1; assume_yes=y; " + BOTH);
    assertThat(outcome.exitCode).as(outcome.said).isZero();
    assertThat(asked()).hasSize(2);
  }

  @Test
  void aPackageThatCannotBeInstalledIsOneLineAfterTheWordsOfApt() throws Exception {
    Outcome outcome =
        shell(
            DEBIAN_13,
            "",
            "apt-get() { echo 'E: no network'; return 100; }; assume_yes=y; " + BOTH);
    assertThat(outcome.exitCode).isEqualTo(ExitCode.UNFIT);
    assertThat(outcome.said)
        .isEqualTo(
            "E: no network\nsilverpoint: apt-get did not install openjdk-25-jdk-headless maven;"
                + " what it says is above\n");
  }

  @Test
  void theFirstArgumentYesIsNoneOfTheProgram() throws Exception {
    assertThat(Files.readString(Path.of("scripts/silverpoint")))
        .contains("if [ \"${1:-}\" = --yes ]; then\n  assume_yes=y\n  shift\nfi");
  }
}
