package silverpoint.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bash and zsh complete commands, options and the values that an option takes. */
class CompletionTest {
  @TempDir private Path folder;
  private Path script;

  @BeforeEach
  void print() throws IOException {
    script = folder.resolve("completion");
    Files.writeString(script, Called.of("completion").out());
  }

  /** What bash offers for the last of the words. */
  private List<String> offered(String... words) throws IOException, InterruptedException {
    String line =
        """
        source '%s'
        COMP_WORDS=(silverpoint %s)
        COMP_CWORD=%d
        COMP_LINE="${COMP_WORDS[*]}"
        # what belongs to a running completion is not there
        compopt() { :; }
        _complete_silverpoint
        printf '%%s\\n' "${COMPREPLY[@]}"
        """
            .formatted(script, "'" + String.join("' '", words) + "'", words.length);
    return said("bash", "-c", line).lines().map(String::strip).toList();
  }

  private static String said(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return said;
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "dr | draw",
        "stat | ",
        "draw --sty | --style",
        "run --por | --port",
        "staff-pin --role ENGI | ENGINEER",
        "staff- | staff-pin"
      })
  void whatIsBegunIsEnded(String line, String ended) throws Exception {
    List<String> offered = offered(line.split(" "));
    if (ended == null) {
      assertThat(offered).containsOnly("");
    } else {
      assertThat(offered)
          .extracting(word -> word.toUpperCase(Locale.ROOT))
          .contains(ended.toUpperCase(Locale.ROOT));
    }
  }

  @Test
  void everyCommandIsOffered() throws Exception {
    assertThat(offered("")).containsAll(Main.commandLine().getSubcommands().keySet());
  }

  @Test
  void zshReadsTheSame() throws Exception {
    assumeThat(zsh()).as("zsh is installed").isTrue();
    String asks =
        """
        autoload -Uz compinit bashcompinit && compinit -u -D && bashcompinit
        source '%s'
        COMP_WORDS=(silverpoint sta)
        COMP_CWORD=1
        _complete_silverpoint
        print -l -- $COMPREPLY
        """
            .formatted(script);
    assertThat(said("zsh", "-f", "-c", asks)).contains("staff-pin");
  }

  /** As zsh does it when somebody presses Tab. */
  @Test
  void thePackagesFileCompletesInZsh() throws Exception {
    assumeThat(zsh()).as("zsh is installed").isTrue();
    String file = Files.readString(Path.of("src/package/completion.zsh"));
    Files.writeString(
        Files.createDirectories(folder.resolve("functions")).resolve("_silverpoint"),
        file.replace("/usr/share/bash-completion/completions/silverpoint", script.toString()));
    String tabs =
        """
        zmodload zsh/zpty
        zpty z 'zsh -f -i'
        zpty -w z 'fpath=(%s $fpath); autoload -Uz compinit; compinit -u -D'
        zpty -w z 'silverpoint() { echo "GOT $@ END" }'
        zpty -w -n z $'silverpoint staff-p\t\n'
        zpty -r -m z said '*GOT*END*'
        zpty -w -n z $'silverpoint draw --sty\t\n'
        zpty -r -m z more '*GOT draw*END*'
        print -r -- $said $more
        """
            .formatted(folder.resolve("functions"));
    assertThat(said("timeout", "60", "zsh", "-f", "-c", tabs))
        .contains("GOT staff-pin END", "GOT draw --style END")
        .doesNotContain("not found");
  }

  private static boolean zsh() {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(entry -> Files.isExecutable(Path.of(entry, "zsh")));
  }

  @Test
  void thePackageHasItWhereBashAndZshLook() throws IOException {
    assertThat(Path.of("scripts/package"))
        .content()
        .contains(
            "silverpoint.cli.Main completion",
            "usr/share/bash-completion/completions/silverpoint",
            "usr/share/zsh/vendor-completions/_silverpoint");
    assertThat(Path.of("src/package/completion.zsh"))
        .content()
        .startsWith("#compdef silverpoint\n");
  }
}
