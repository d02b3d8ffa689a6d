package silverpoint.lab.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FairnessTest {
  @TempDir private Path folder;

  private static PortraitRow drawn(String name, double landmarkError, double skinDeg) {
    PortraitScore score = new PortraitScore(true, landmarkError, 1200, 15, 2, 0, 300, 200, 58);
    return new PortraitRow(name, score, null, null, skinDeg, false);
  }

  private static Fairness.Group group(Fairness fairness, String name) {
    return fairness.groups().stream()
        .filter(group -> group.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aGroupThatIsDrawnWorseIsFlagged() {
    List<PortraitRow> rows = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      rows.add(drawn("light" + i, 0.05, 45));
    }
    for (int i = 0; i < 3; i++) {
      rows.add(drawn("dark" + i, 0.12, -40));
    }
    Fairness fair = Fairness.of(rows, PhotoTable.EMPTY, Map.of());
    assertThat(fair.all().landmarkPoints()).isCloseTo(93.6, within(1e-9));
    assertThat(group(fair, "skin: dark").landmarkPoints()).isCloseTo(88, within(1e-9));
    assertThat(group(fair, "skin: dark").worse()).isTrue();
    assertThat(group(fair, "skin: light").worse()).isFalse();
    assertThat(fair.verdict()).isEqualTo("more than 5 points under the whole: skin: dark");
    assertThat(fair.groups()).as("bins without photos").hasSize(3);
  }

  @Test
  void whoIsRefusedCountsAsNothing() {
    List<PortraitRow> rows = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      rows.add(drawn("photo" + i, 0.05, 20));
    }
    rows.add(new PortraitRow("refused", null, "covered", null, 20.0, true));
    Fairness fair = Fairness.of(rows, PhotoTable.EMPTY, Map.of());
    assertThat(fair.all().landmarkPoints()).isCloseTo(85.5, within(1e-9));
    assertThat(fair.all().drawn()).isEqualTo(9);
  }

  @Test
  void identityCountsToo() throws IOException {
    Path table = folder.resolve("photos.csv");
    Files.writeString(
        table,
        """
        file,hair,note
        a,covered,"glasses, ""round"" ones"
        b,covered,glasses
        c,covered,glasses
        d,open,
        """);
    List<PortraitRow> rows = new ArrayList<>();
    for (String name : List.of("a", "b", "c", "d", "e", "f")) {
      rows.add(drawn(name, 0.05, 20));
    }
    Map<String, Boolean> known =
        Map.of("a", false, "b", false, "c", true, "d", true, "e", true, "f", true);
    assertThat(PhotoTable.beside(folder)).contains(table);
    PhotoTable labels = PhotoTable.read(table);
    assertThat(labels.of("a"))
        .containsExactly("hair: covered", "note: glasses", "note: \"round\" ones");
    assertThat(labels.of("d")).containsExactly("hair: open");
    assertThat(labels.of("f")).isEmpty();
    Fairness fair = Fairness.of(rows, labels, known);
    assertThat(group(fair, "hair: covered").identityPoints()).isCloseTo(33.3, within(0.1));
    assertThat(group(fair, "hair: covered").worse()).isTrue();
    assertThat(group(fair, "hair: covered").identityLow()).isCloseTo(6.1, within(0.1));
    assertThat(group(fair, "hair: covered").identityHigh()).isCloseTo(79.2, within(0.1));
    assertThat(group(fair, "note: glasses").photos()).isEqualTo(3);
    assertThat(fair.table().text()).contains("hair: covered").contains("WORSE");
  }

  @Test
  void tabsAreATableAndTwoTablesAreNone() throws IOException {
    Path table = Files.writeString(folder.resolve("photos.tsv"), "file\tage\nx.jpg\told, white\n");
    assertThat(PhotoTable.read(table).of("x.jpg")).containsExactly("age: old", "age: white");
    Files.writeString(folder.resolve("more.csv"), "file,age\n");
    assertThat(PhotoTable.beside(folder)).isEmpty();
  }
}
