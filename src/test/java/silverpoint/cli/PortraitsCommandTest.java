package silverpoint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import silverpoint.cli.terminal.ExitCode;
import silverpoint.cli.terminal.RecordJson;
import silverpoint.lab.evaluation.Composition;
import silverpoint.lab.evaluation.PortraitRow;
import silverpoint.lab.evaluation.PortraitScore;

class PortraitsCommandTest {
  @TempDir private Path folder;
  private Path photos;
  private Path out;
  private final StringWriter said = new StringWriter();

  @BeforeEach
  void photos() throws IOException {
    photos = Files.createDirectory(folder.resolve("photos"));
    out = folder.resolve("out");
    Files.copy(
        Path.of("src/main/resources/silverpoint/demo/eileen-collins.png"),
        photos.resolve("collins.png"));
    Files.writeString(photos.resolve("broken <b>.jpg"), "no picture");
    Files.writeString(photos.resolve("notes.txt"), "not looked at");
  }

  @Test
  void measuresAFolderAndGoesOnWhereItWasInterrupted() throws IOException {
    assertThat(run(photos)).isZero();
    assertThat(said.toString()).contains("1 of 2 drawn; found from afar 1");
    PortraitRow collins = row("collins.png");
    PortraitScore score = Objects.requireNonNull(collins.score());
    assertThat(score.foundFromAfar()).isTrue();
    assertThat(score.landmarkError()).isBetween(0.01, 0.1);
    assertThat(score.inkMm()).isBetween(500.0, 3000.0);
    assertThat(score.components()).isBetween(1, 100);
    assertThat(score.outsideMm()).isLessThan(10);
    assertThat(collins.skinDeg()).as("light or intermediate").isGreaterThan(28);
    assertThat(collins.glasses()).isFalse();
    assertThat(said.toString()).contains("landmark points", "no group of 3 or more is");
    assertThat(out.resolve("groups.json")).exists();
    Composition page = Objects.requireNonNull(collins.composition());
    assertThat(page.eyeHeight()).isBetween(0.3, 0.48);
    assertThat(page.headroom()).isBetween(0.02, 0.2);
    assertThat(page.aside()).isLessThan(0.02);
    assertThat(page.cutEnds()).isZero();
    assertThat(row("broken <b>.jpg").refusal()).contains("not a picture");
    assertThat(out.resolve("index.html"))
        .content()
        .contains("1 of 2 drawn", "collins.png/route.png", "broken &lt;b&gt;.jpg");
    Files.writeString(
        out.resolve("collins.png/score.json"),
        RecordJson.pretty(
            new PortraitRow(
                "collins.png",
                new PortraitScore(true, 0.5, 1, 1, 1, 0, 1, 1, 1),
                null,
                null,
                30.0,
                false)));
    assertThat(run(photos)).isZero();
    assertThat(said.toString()).contains("landmark error 0.500");
  }

  @Test
  void aFolderWithoutPicturesIsNamed() throws IOException {
    assertThat(run(Files.createDirectory(folder.resolve("empty")))).isEqualTo(4);
    assertThat(said.toString()).contains("holds no pictures");
    assertThat(run(folder.resolve("nowhere"))).isEqualTo(4);
    assertThat(said.toString()).contains("is no folder of photos");
  }

  @Test
  void anotherEdgeMethodDrawsOtherLines() throws IOException {
    assertThat(run(photos)).isZero();
    byte[] ours = Files.readAllBytes(out.resolve("collins.png/framed.png"));
    out = folder.resolve("canny");
    assertThat(run(photos, "--edges", "canny")).isZero();
    assertThat(Files.readAllBytes(out.resolve("collins.png/framed.png"))).isNotEqualTo(ours);
    assertThat(run(photos, "--edges", "haar")).isEqualTo(ExitCode.USAGE);
    assertThat(said.toString()).contains("--edges haar: there is no such edge model");
  }

  @Test
  void aTableThatIsNoneIsNamed() throws IOException {
    Path table = Files.writeString(folder.resolve("table.csv"), "name,age\ncollins.png,40\n");
    assertThat(run(photos, "--groups", table.toString())).isEqualTo(ExitCode.BAD_PICTURE);
    assertThat(said.toString()).contains("table.csv: the first column must be called file");
  }

  private PortraitRow row(String name) throws IOException {
    return RecordJson.read(
        Files.readString(out.resolve(name).resolve("score.json")), PortraitRow.class);
  }

  private int run(Path from, String... more) {
    PrintWriter writer = new PrintWriter(said);
    List<String> arguments = new ArrayList<>(List.of("portraits", from.toString()));
    arguments.addAll(List.of("--out", out.toString()));
    arguments.addAll(List.of(more));
    return Main.commandLine()
        .setOut(writer)
        .setErr(writer)
        .execute(arguments.toArray(new String[0]));
  }
}
