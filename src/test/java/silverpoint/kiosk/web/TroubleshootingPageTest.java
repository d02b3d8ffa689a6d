package silverpoint.kiosk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import silverpoint.kiosk.booth.FaultKind;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The page for whoever stands before a fault: in the words of the staff page, and none is missing.
 */
class TroubleshootingPageTest {
  private static final Path PAGE = Path.of("src/docs/troubleshooting.md");
  private static final Path WORDS =
      Path.of("src/main/resources/silverpoint/kiosk/web/staff/lang/en.json");
  private static final Pattern HEADING = Pattern.compile("(?m)^### (.*)$");

  @Test
  void everyFaultHasOneEntryAndNothingElseHas() throws IOException {
    Map<String, String> words = words();
    List<String> entries =
        HEADING.matcher(Files.readString(PAGE)).results().map(entry -> entry.group(1)).toList();
    assertThat(entries)
        .containsExactlyElementsOf(
            Arrays.stream(FaultKind.values()).map(kind -> words.get("fault." + kind)).toList());
  }

  @ParameterizedTest
  @EnumSource(FaultKind.class)
  void anEntrySaysTheCureAndWhoIsStopped(FaultKind kind) throws IOException {
    String entry = entry(String.valueOf(words().get("fault." + kind)));
    assertThat(entry).contains("> " + words().get("cure." + kind));
    assertThat(entry)
        .contains(kind.stopsVisitors() ? "No new guest is asked" : "Guests are still asked");
    assertThat(entry).contains(kind.healsItself() ? "by itself" : "staff must say so");
  }

  private static String entry(String title) throws IOException {
    return Files.readString(PAGE)
        .lines()
        .dropWhile(line -> !line.equals("### " + title))
        .skip(1)
        .takeWhile(line -> !line.startsWith("#"))
        .collect(Collectors.joining(" "));
  }

  private static Map<String, String> words() throws IOException {
    return JsonMapper.shared()
        .readValue(Files.readString(WORDS), new TypeReference<Map<String, String>>() {});
  }
}
