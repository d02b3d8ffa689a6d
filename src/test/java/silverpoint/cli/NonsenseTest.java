package silverpoint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Model.OptionSpec;
import silverpoint.cli.terminal.ExitCode;

/** Whatever is typed, a command answers with one line and a documented exit code. */
class NonsenseTest {
  private static final int CALLS_A_COMMAND = 30;
  private static final int MOST_OPTIONS = 4;

  private static final List<String> VALUES =
      List.of(
          "", "nope", "-1e300", "NaN", "99999999999999999999", "\u0000", "/proc/nope", "..", "ü");

  /** No command takes one of these. */
  private static final List<List<String>> WRONG =
      List.of(
          List.of("--nope"),
          List.of("--nope=3"),
          List.of("---"),
          List.of("-\u0000"),
          List.of("one", "two", "three"),
          List.of("--", "--one", "--two", "--three"));

  @TempDir private Path folder;

  static Stream<Arguments> calls() {
    return Main.commandLine().getSubcommands().keySet().stream()
        .sorted()
        .flatMap(
            name -> IntStream.range(0, CALLS_A_COMMAND).mapToObj(seed -> Arguments.of(name, seed)));
  }

  private static void isOneLine(Called called, List<String> arguments) {
    assertThat(called.exitCode())
        .as(arguments + ": " + called.err())
        .isBetween(ExitCode.USAGE, ExitCode.NOT_VALID);
    assertThat(ExitCode.MEANINGS).containsKey(called.exitCode());
    assertThat(called.complaints()).as(arguments + ": " + called.err()).hasSize(1);
    assertThat(called.out() + called.err())
        .as(String.valueOf(arguments))
        .doesNotContain("Exception", "silverpoint.", "at silverpoint", "java.", "null");
  }

  @ParameterizedTest(name = "{0}, seed {1}")
  @MethodSource("calls")
  void nonsenseAmongTheArgumentsIsOneLine(String name, int seed) {
    Random chance = new Random(seed);
    List<OptionSpec> options =
        new ArrayList<>(
            Objects.requireNonNull(Main.commandLine().getSubcommands().get(name))
                .getCommandSpec()
                .options()
                .stream()
                .filter(option -> !option.usageHelp() && !option.versionHelp())
                .filter(option -> !option.longestName().equals("--trace"))
                .toList());
    Collections.shuffle(options, chance);
    List<String> arguments = new ArrayList<>(List.of(name));
    for (OptionSpec option : options.subList(0, Math.min(MOST_OPTIONS, options.size()))) {
      String value = VALUES.get(chance.nextInt(VALUES.size()));
      arguments.add(option.longestName() + (option.arity().max() == 0 ? "" : "=" + value));
    }
    arguments.addAll(WRONG.get(chance.nextInt(WRONG.size())));
    isOneLine(Called.of(arguments.toArray(String[]::new)), arguments);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "draw NOPE.jpg --out OUT",
        "draw TEXT --out OUT",
        "draw --out TEXT/out",
        "draw --out OUT --machine lathe",
        "draw --out OUT --edges nope",
        "draw --out OUT --edges face-mesh",
        "draw --out OUT --edges EMPTY",
        "draw --out OUT --animation NOPE/a.gif",
        "trace NOPE.svg --out OUT",
        "trace EMPTY --out OUT",
        "trace TEXT --out OUT",
        "portraits NOPE --out OUT",
        "portraits EMPTY --out OUT",
        "portraits TEXT --out OUT",
        "portraits PHOTOS --out OUT --groups NOPE",
        "portraits PHOTOS --out OUT --groups TEXT",
        "portraits PHOTOS --out OUT --identity NOPE",
        "portraits PHOTOS --out OUT --identity TEXT",
        "portraits PHOTOS --out TEXT",
        "portraits PHOTOS --out OUT --edges nope",
        "bench --out OUT --images NOPE",
        "bench --out OUT --images EMPTY",
        "bench --out OUT --models NOPE",
        "bench --out OUT --models EMPTY",
        "bench --out OUT --models canny --draw NOPE",
        "bench --out OUT --models canny --edge-truth NOPE --scenario none",
        "bench --out OUT --models canny --face-truth NOPE --scenario none",
        "bench --out OUT --models canny --face-truth TEXT --scenario none",
        "bench --out OUT --models canny --mask-truth NOPE --scenario none",
        "bench --out OUT --models canny --spark local[2]",
        "bench --out OUT --compare NOPE",
        "bench --out OUT --compare TEXT",
        "bench --out TEXT --models canny",
        "bench --golden NOPE",
        "camera --camera NOPE --frames 1",
        "camera --camera TEXT --frames 1",
        "camera --camera EMPTY --frames 1",
        "run --camera NOPE",
        "run --machine lathe",
        "run --edges canny",
        "run --style cubist",
        "run --port 99999",
        "run --gpio --chip nope --state OUT --history OUT/history.db",
        "plot NOPE",
        "plot TEXT",
        "plot EMPTY",
        "jog --gpio --chip nope --state OUT",
        "jog --machine ../classic",
        "home --machine lathe",
        "calibrate --gpio --chip nope --state OUT",
        "calibrate --pictures TEXT/p",
        "test-pattern --out TEXT/p.png",
        "history --csv NOPE/h.csv",
        "api-key Capital_Letters",
        "api-key fine --role admin",
        "staff-pin --role king"
      })
  void filesAndNamesThatAreNotThereAreOneLine(String line) throws IOException {
    Path text = Files.writeString(folder.resolve("text"), "Dear diary,\nnothing new");
    Path empty = Files.createDirectories(folder.resolve("empty"));
    Path photos = Files.createDirectories(folder.resolve("photos"));
    Files.writeString(photos.resolve("a.png"), "no photo");
    List<String> arguments =
        Stream.of(line.split(" "))
            .map(word ->
                word.replace("NOPE", folder.resolve("nope").toString())
                    .replace("TEXT", text.toString())
                    .replace("EMPTY", empty.toString())
                    .replace("PHOTOS", photos.toString())
                    .replace("OUT", folder.resolve("out").toString()))
            .toList();
    Called called = Called.of(arguments.toArray(String[]::new));
    isOneLine(called, arguments);
  }
}
