package silverpoint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The documentation says what is there: its links lead somewhere and its names and commands exist.
 */
class DocsTest {
  private static final Path README = Path.of("README.md");
  private static final int MOST_BYTES_OF_A_PICTURE = 250_000;

  /** Of the machine, on its simulator; the others are run by the tests of their commands. */
  private static final Set<String> ENDS_AT_ONCE =
      Set.of("trace", "jog", "home", "park", "test-pattern");

  @TempDir private Path dir;

  @TestFactory
  Stream<DynamicTest> everyLinkLeadsSomewhere() throws IOException {
    return DocPage.all().stream()
        .map(page ->
            DynamicTest.dynamicTest(
                page.file().toString(), () -> assertThat(brokenLinks(page)).isEmpty()));
  }

  @TestFactory
  Stream<DynamicTest> everyNameAndCommandExists() throws IOException {
    DocNames names = new DocNames();
    return DocPage.all().stream()
        .map(page ->
            DynamicTest.dynamicTest(
                page.file().toString(), () -> assertThat(names.complaints(page)).isEmpty()));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "[a](src/docs/nowhere.md), src/docs/nowhere.md",
    "[a](README.md#nowhere), README.md#nowhere",
    "![a](src/docs/nowhere.png), src/docs/nowhere.png"
  })
  void aBrokenLinkIsFound(String text, String broken) {
    assertThat(brokenLinks(new DocPage(README, text))).containsExactly(broken);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "`NoSuchTest`, no type NoSuchTest",
    "`DocsTest.noSuchPromise`, no DocsTest.noSuchPromise",
    "`scripts/no-such`, no script scripts/no-such",
    "`src/main/no-such`, no file src/main/no-such",
    "`silverpoint.no.Such`, no package or type silverpoint.no.Such",
    "`noSuchKeyS`, no key or name noSuchKeyS",
    "`--no-such-option`, no option --no-such-option",
    "`draw --no-such-option`, \"[draw, --no-such-option]: Unknown option: '--no-such-option'\"",
    "'```sh\nscripts/silverpoint jog --x far\n```\n', \"[jog, --x, far]: \"",
    "'```sh\nfrobnicate\n```\n', unknown command: frobnicate"
  })
  void aNameThatDoesNotExistIsFound(String text, String complaint) throws IOException {
    List<String> found = new DocNames().complaints(new DocPage(README, text.replace("\\n", "\n")));
    assertThat(found).hasSize(1);
    assertThat(found.getFirst()).startsWith(complaint.replace("\"", ""));
  }

  @Test
  void everyPageAndPictureIsReachedFromTheReadme() throws IOException {
    Set<Path> reached = new TreeSet<>();
    Deque<Path> open = new ArrayDeque<>(List.of(README));
    while (!open.isEmpty()) {
      Path file = open.removeFirst();
      if (reached.add(file) && file.toString().endsWith(".md")) {
        DocPage page = DocPage.read(file);
        page.targets().forEach(target -> open.add(resolved(page, target)));
      }
    }
    try (Stream<Path> files = Files.list(Path.of("src/docs"))) {
      assertThat(reached).containsAll(files.toList());
    }
  }

  @Test
  void theReadmeIsReadInAMinute() throws IOException {
    assertThat(Files.readAllLines(README)).hasSizeLessThanOrEqualTo(150);
  }

  @Test
  void picturesAreSmall() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/docs"))) {
      assertThat(files.filter(file -> file.toString().matches(".*\\.(png|jpg|gif)")))
          .allMatch(file -> file.toFile().length() < MOST_BYTES_OF_A_PICTURE);
    }
  }

  @TestFactory
  Stream<DynamicTest> whatEndsAtOnceIsRun() throws IOException {
    List<String> lines = new ArrayList<>(new HashSet<>(commands()));
    assertThat(lines).hasSizeGreaterThan(2);
    return lines.stream()
        .map(line ->
            DynamicTest.dynamicTest(
                line,
                () -> {
                  Called called = Called.of(staged(line));
                  assertThat(called.exitCode()).as(called.err()).isZero();
                }));
  }

  /** Those of the simulator: motors are nothing for a test to turn. */
  private static List<String> commands() throws IOException {
    return DocPage.all().stream()
        .flatMap(page -> page.commands().stream())
        .filter(line -> line.startsWith("scripts/silverpoint "))
        .map(line ->
            line.substring(line.indexOf(' ') + 1).replace(" --gpio", "").replace(" --grbl", ""))
        .filter(line -> ENDS_AT_ONCE.contains(line.split(" ")[0]))
        .toList();
  }

  /** With a file of ours for each placeholder. */
  private String[] staged(String line) throws IOException {
    Path art = dir.resolve("art.svg");
    Files.writeString(art, "<svg><line x2=\"3\" y2=\"2\"/></svg>");
    return Stream.of(line.split(" +"))
        .map(word -> word.equals("out") ? dir.resolve(word).toString() : word)
        .map(word -> Set.of("FILE", "ART.svg", "LINE.svg").contains(word) ? art.toString() : word)
        .toArray(String[]::new);
  }

  private static Set<String> brokenLinks(DocPage page) {
    return page.targets().stream()
        .filter(target -> !leadsSomewhere(page, target))
        .collect(Collectors.toSet());
  }

  private static boolean leadsSomewhere(DocPage page, String target) {
    Path file = resolved(page, target);
    if (!Files.exists(file)) {
      return false;
    }
    int hash = target.indexOf('#');
    return hash < 0 || DocPage.read(file).anchors().contains(target.substring(hash + 1));
  }

  private static Path resolved(DocPage page, String target) {
    String path = target.replaceAll("#.*", "");
    Path folder = Optional.ofNullable(page.file().getParent()).orElse(Path.of(""));
    return path.isEmpty() ? page.file() : folder.resolve(path).normalize();
  }
}
