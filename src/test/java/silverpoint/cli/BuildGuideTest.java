package silverpoint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import silverpoint.cli.terminal.ExitCode;

/**
 * Whoever follows the build guide from top to bottom gets to a calibrated machine: its commands are
 * run in their order, on the simulated one, with one memory of where it stands and what was
 * measured.
 */
class BuildGuideTest {
  private static final Path GUIDE = Path.of("src/docs/build-a-machine.md");
  private static final Path PARTS = Path.of("src/parts/parts.scad");
  private static final Path MEASURES = Path.of("src/parts/measures.scad");
  private static final Pattern PART_NAME =
      Pattern.compile("if \\(part == \"(\\w+)\"\\) \\1\\(\\);");
  private static final Pattern MEASURE_NAME = Pattern.compile("(?m)^(\\w+Mm) +=");

  @TempDir private Path state;

  @Test
  void itsCommandsLeadFromTheFirstMovementToACalibratedMachine() {
    List<String> lines =
        commands().stream().filter(line -> line.startsWith("scripts/silverpoint ")).toList();
    assertThat(lines.stream().map(line -> line.split(" ", -1)[1]).distinct())
        .contains("doctor", "jog", "motors-off", "calibrate", "home", "test-pattern", "park");
    for (String line : lines) {
      Called called = Called.of(simulated(line));
      assertThat(called.exitCode()).as(line + "\n" + called.err()).isIn(allowed(line));
    }
    assertThat(state.resolve("machines").resolve("classic.yaml"))
        .content()
        .contains("# measured ", "backlashSteps");
  }

  @Test
  void theFilesToPrintAreAskedForAsTheScriptTakesThem() throws IOException {
    Set<String> measures = names(MEASURE_NAME, MEASURES);
    List<String> lines =
        commands().stream().filter(line -> line.startsWith("scripts/make-parts ")).toList();
    assertThat(lines).hasSizeGreaterThan(2);
    for (String line : lines) {
      List<String> words = Arrays.asList(line.split(" ", -1));
      assertThat(words.get(1)).isIn("classic", "pocket");
      assertThat(words.get(2)).isIn("nema17", "28byj48");
      assertThat(words.subList(3, words.size()))
          .allMatch(word -> measures.contains(word.replaceAll("=[\\d.]+$", "")), line);
    }
  }

  @Test
  void everyPartThatIsMadeIsInTheTableOfParts() throws IOException {
    Set<String> made = names(PART_NAME, PARTS);
    made.remove("clash");
    assertThat(made).hasSize(8);
    assertThat(DocPage.read(GUIDE).spans()).containsAll(made);
  }

  private static Set<String> names(Pattern pattern, Path file) throws IOException {
    Matcher found = pattern.matcher(Files.readString(file));
    return found.results().map(name -> name.group(1)).collect(Collectors.toSet());
  }

  private static List<String> commands() {
    return DocPage.read(GUIDE).commands();
  }

  private String[] simulated(String line) {
    String[] simulated = line.replace(" --gpio", "").split(" ", -1);
    List<String> words = new ArrayList<>(Arrays.asList(simulated).subList(1, simulated.length));
    words.add("--state");
    words.add(state.toString());
    return words.toArray(String[]::new);
  }

  /** A doctor may find something broken here; what it says is not this test's. */
  private static List<Integer> allowed(String line) {
    return line.contains(" doctor") ? List.of(0, ExitCode.BROKEN) : List.of(0);
  }
}
