package silverpoint.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import silverpoint.cli.terminal.ExitCode;
import silverpoint.foundation.inference.ModelException;
import silverpoint.kiosk.app.Places;
import silverpoint.kiosk.app.ProgramVersion;

/** Every command: wrong arguments are one line with what helps, never a bug of ours. */
class UsageTest {
  @TempDir private Path folder;

  static Stream<String> commands() {
    return Main.commandLine().getSubcommands().keySet().stream().sorted();
  }

  private static CommandLine command(String name) {
    return Objects.requireNonNull(Main.commandLine().getSubcommands().get(name));
  }

  /** A call with what the command must be given, and more. */
  private static String[] arguments(String name, String... more) {
    CommandSpec spec = command(name).getCommandSpec();
    List<String> arguments = new ArrayList<>(List.of(name));
    spec.positionalParameters().stream()
        .filter(ArgSpec::required)
        .forEach(_ -> arguments.add("nothing-there"));
    spec.options().stream()
        .filter(
            option -> option.required() && !List.of(more).toString().contains(option.longestName()))
        .forEach(option ->
            arguments.add(option.longestName() + (option.type().isEnum() ? "=viewer" : "=o")));
    arguments.addAll(List.of(more));
    return arguments.toArray(String[]::new);
  }

  private static void isUsage(Called called) {
    assertThat(called.exitCode()).as(called.err()).isEqualTo(ExitCode.USAGE);
    assertThat(called.complaints()).hasSize(1);
    assertThat(called.err()).doesNotContain("\tat ", "Exception", "java.");
    assertThat(called.complaints().getFirst()).contains("see 'silverpoint");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("commands")
  void everyNumberOptionHasARangeAndRefusesWhatLiesBeside(String name) {
    for (OptionSpec option : command(name).getCommandSpec().options()) {
      Class<?> type = option.type();
      boolean number =
          type == int.class
              || type == double.class
              || type == Integer.class
              || type == Double.class;
      if (number) {
        for (String wrong : List.of("-1e300", "1e300", "NaN", "-2147483648", "seven", "")) {
          Called called = Called.of(arguments(name, option.longestName() + "=" + wrong));
          isUsage(called);
          assertThat(called.err()).contains(option.longestName());
          assertThat(called.err()).doesNotContain("is not an int", "is not a double");
        }
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "run --port 99999",
        "run --port -1",
        "run --soak 0",
        "run --soak-guests 0",
        "run --pace 0",
        "run --max-draw-time NaN",
        "draw --out o --threads 0",
        "draw --out o --repeat 0",
        "draw --out o --people 4",
        "bench --out o --limit -1",
        "bench --out o --workers 0",
        "bench --out o --qps 0",
        "bench --out o --min-time -3",
        "bench --out o --scenario slow",
        "bench --out o --fail-if nonsense",
        "bench",
        "camera --frames 0",
        "history --days 0",
        "jog --x 301",
        "calibrate --worn 5",
        "api-key no-such-key --revoke",
        "draw --out o --animation toy.avi",
        "draw --out o --style cubist",
        "run --style cubist",
        "portraits . --out o --style cubist",
        "draw --out o one.png two.png"
      })
  void wrongArgumentsAreOneLineWithAHint(String line) {
    isUsage(Called.of(line.split(" ")));
  }

  @Test
  void noCommandAtAllIsOneLine() {
    isUsage(Called.of());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"darw,draw", "--sytle,--style", "protraits,portraits", "--verbose,", "zzz,", "teh,"})
  void aMisspeltWordIsNamedWithTheOneThatWasMeant(String word, String meant) {
    Called called =
        word.startsWith("--") ? Called.of("draw", "--out", "o", word, "x") : Called.of(word);
    isUsage(called);
    assertThat(called.err()).contains(word).doesNotContain("index");
    if (meant != null) {
      assertThat(called.err()).contains("did you mean " + meant);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("commands")
  void everyHelpListsTheExitCodes(String name) {
    String help = Called.of(name, "--help").out();
    assertThat(help).contains("Exit codes:");
    ExitCode.MEANINGS.forEach(
        (code, meaning) -> assertThat(help).containsPattern("\\s" + code + "\\s+" + meaning));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("commands")
  void everyCommandSaysTheVersionOfTheProgram(String name) {
    assertThat(Called.of(name, "--version").out())
        .isEqualTo("silverpoint " + builtVersion() + System.lineSeparator());
  }

  @Test
  void theVersionIsThatOfTheBuild() throws IOException {
    assertThat(Files.readString(Path.of("pom.xml")))
        .containsPattern(
            "<artifactId>silverpoint</artifactId>\\s*<version>" + builtVersion() + "<");
  }

  private static String builtVersion() {
    String version = ProgramVersion.number();
    assumeThat(version).as("Maven has filled in the version").doesNotContain("${");
    return version;
  }

  @Test
  void theDocumentationListsTheSameExitCodes() throws IOException {
    String page = Files.readString(Path.of("src/docs/portraits.md"));
    ExitCode.MEANINGS.forEach(
        (code, meaning) -> assertThat(page).contains("| " + code + " | " + meaning));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("commands")
  void theListOfCommandsSaysAWholeSentenceOfEach(String name) {
    String[] description = command(name).getCommandSpec().usageMessage().description();
    assertThat(description[0]).matches("[A-Z].*[.]");
  }

  @Command(name = "fail", mixinStandardHelpOptions = true)
  private record Failing(@Nullable Exception exception, @Nullable Error error)
      implements Callable<Integer> {
    @Override
    public Integer call() throws Exception {
      if (exception != null) {
        throw exception;
      }
      throw Objects.requireNonNull(error);
    }
  }

  private static Called failing(
      @Nullable Exception exception, @Nullable Error error, String... options) {
    List<String> arguments = new ArrayList<>(List.of("fail"));
    arguments.addAll(0, List.of(options));
    return Called.of(
        Main.commandLine().addSubcommand(new Failing(exception, error)),
        arguments.toArray(String[]::new));
  }

  @Test
  void errorsOfTheMachineAreOneLineAndATraceOnlyWhenAskedFor() {
    Called memory = failing(null, new OutOfMemoryError("Java heap space"));
    assertThat(memory.exitCode()).isEqualTo(ExitCode.OUR_BUG);
    assertThat(memory.err()).contains("not enough memory").hasLineCount(1);
    Called files =
        failing(
            new IllegalStateException(new FileSystemException("/a", null, "Too many open files")),
            null);
    assertThat(files.err()).contains("ulimit -n").hasLineCount(1);
    Called linkage = failing(null, new NoClassDefFoundError("silverpoint/Sketch"));
    assertThat(linkage.exitCode()).isEqualTo(ExitCode.OUR_BUG);
    assertThat(linkage.err()).hasLineCount(1);
    assertThat(failing(null, new OutOfMemoryError("x"), "--trace").err()).contains("\tat ");
  }

  @Test
  void onlyTheModelsOfTheProgramAreRestoredFromTheRepository() {
    String own = Places.models() + "/face-mesh/card.yaml is missing";
    assertThat(Main.lineOf(new ModelException(own)))
        .isEqualTo(
            own
                + "; restore it: 'git checkout -- models' in a checkout, else install the package again");
    String foreign = "/mine/face-mesh/card.yaml is missing";
    assertThat(Main.lineOf(new ModelException(foreign))).isEqualTo(foreign);
  }

  @Test
  void aFileThatCannotBeWrittenSaysWhy() throws IOException {
    Called called =
        Called.of("draw", "--out", folder.toString(), "--animation", folder + "/nope/a.gif");
    assertThat(called.exitCode()).isEqualTo(ExitCode.CANNOT_WRITE);
    assertThat(called.err())
        .contains(
            folder + "/nope/a.gif: cannot be written: there is no folder " + folder + "/nope");
    assertThat(called.err()).as("it is said before the work").hasLineCount(1);
    Path csv = folder.resolve("nope/a.csv");
    assertThat(Called.of("history", "--csv", csv.toString()).err())
        .contains("there is no folder " + folder + "/nope");
  }
}
