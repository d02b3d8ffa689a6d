package silverpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The maps for readers name every room, and the page of a room says where to begin. */
class RoomPagesTest {
  private static final Path SOURCES = Path.of("src", "main", "java", "silverpoint");
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z.]+)` \\|");

  @Test
  void theArchitectureHasARowForEveryRoomAndNoOther() throws IOException {
    String page = Files.readString(Path.of("src", "docs", "architecture.md"));
    Set<String> rows =
        ROW.matcher(page)
            .results()
            .map(row -> row.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(rows).isEqualTo(HouseMap.NEIGHBOURS.keySet());
  }

  @Test
  void theMapOnTheRootPageNamesEveryRoomInItsWing() throws IOException {
    assertThat(missing(page(""))).isEmpty();
  }

  @Test
  void aRoomThatTheMapLeavesOutIsNoticed() throws IOException {
    assertThat(missing(page("").replace("web.octoprint,", "").replace("report, ", "")))
        .containsExactly("kiosk.web.octoprint", "lab.report");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("silverpoint.HouseMap#rooms")
  void roomSaysWhereToBegin(String room) throws IOException {
    String flat = page(room).replaceAll("\\R \\*\\s*", " ");
    Pattern beginning =
        Pattern.compile(
            "Begin (with|reading at) \\{@link silverpoint\\."
                + Pattern.quote(room)
                + "\\.[A-Z]\\w+\\}");
    assertThat(beginning.matcher(flat).find()).as(flat).isTrue();
  }

  /** The rooms that are not named in the block of their wing. */
  private static Set<String> missing(String page) {
    String map = page.substring(page.indexOf("<pre>"), page.indexOf("</pre>"));
    Set<String> missing = new TreeSet<>();
    for (String room : HouseMap.NEIGHBOURS.keySet()) {
      String wing = HouseMap.wingOf(room);
      String block = map.substring(Math.max(0, wingAt(map, wing)), endOf(map, wing));
      Set<String> names = Set.copyOf(Arrays.asList(block.split("[^a-z.]+")));
      if (!names.contains(room.equals(wing) ? wing : room.substring(wing.length() + 1))) {
        missing.add(room);
      }
    }
    return missing;
  }

  private static int wingAt(String map, String wing) {
    return map.indexOf(" " + wing + "  ");
  }

  /** Where the next wing begins. */
  private static int endOf(String map, String wing) {
    int begin = wingAt(map, wing);
    return HouseMap.BENEATH.keySet().stream()
        .mapToInt(other -> wingAt(map, other))
        .filter(at -> at > begin)
        .min()
        .orElse(map.length());
  }

  private static String page(String room) throws IOException {
    return Files.readString(SOURCES.resolve(room.replace('.', '/')).resolve("package-info.java"));
  }
}
