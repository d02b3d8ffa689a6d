package silverpoint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import silverpoint.cli.terminal.ExitCode;
import silverpoint.foundation.image.ImageFiles;
import silverpoint.lab.benchmark.Results;
import silverpoint.lab.report.ResultsJson;

/** The whole command on pictures that the test makes itself. */
class BenchCommandTest {
  @TempDir Path folder;
  private Path images;
  private String said = "";

  @BeforeEach
  void drawPictures() throws IOException {
    images = Files.createDirectories(folder.resolve("images"));
    Path truth = Files.createDirectories(folder.resolve("truth"));
    for (String group : new String[] {"left", "right"}) {
      int x = group.equals("left") ? 40 : 90;
      Files.createDirectories(images.resolve(group));
      Files.write(images.resolve(group).resolve(group + ".png"), png(x, false));
      Files.write(truth.resolve(group + ".png"), png(x, true));
    }
    Files.write(images.resolve("empty.png"), new byte[0]);
    Files.writeString(images.resolve("text.jpg"), "this is no picture");
    Path models = Files.createDirectories(folder.resolve("models").resolve("broken"));
    Files.writeString(models.resolve("card.yaml"), "name: broken\n");
  }

  @Test
  void aModelsOwnFolderIsThatModelAndTheFolderAboveIsAllOfThem() throws IOException {
    for (String wanted :
        new String[] {"models/edge-portrait", "models/edge-portrait/../edge-portrait/"}) {
      assertThat(bench("--models", wanted, "--scenario", "none", "--images", images.toString()))
          .as(said)
          .isZero();
      Results results = ResultsJson.read(out().resolve("bench.json"));
      assertThat(results.candidates())
          .extracting(Results.CandidateResult::name)
          .containsExactly("edge-portrait");
    }
  }

  @Test
  void annotationsOfOtherPicturesAreNamed() throws IOException {
    Path others = Files.createDirectories(folder.resolve("others"));
    Files.write(others.resolve("somebody.png"), png(40, true));
    for (String option : new String[] {"--edge-truth", "--mask-truth"}) {
      assertThat(
              bench(
                  "--models",
                  "canny",
                  "--scenario",
                  "none",
                  "--images",
                  images.toString(),
                  option,
                  others.toString()))
          .isEqualTo(ExitCode.USAGE);
      assertThat(said).contains(option + " names none of the pictures");
    }
  }

  @Test
  void everythingIsARowAndCannyFindsTheEdge() throws IOException {
    assertThat(
            bench(
                "--models",
                "canny," + folder.resolve("models"),
                "--scenario",
                "none",
                "--images",
                images.toString(),
                "--edge-truth",
                folder.resolve("truth").toString()))
        .isZero();
    Results results = ResultsJson.read(out().resolve("bench.json"));
    assertThat(results.corpus().pictures()).isEqualTo(2);
    assertThat(results.corpus().unreadable()).containsOnlyKeys("empty.png", "text.jpg");
    Results.CandidateResult canny = results.candidates().getFirst();
    assertThat(canny.edges()).containsOnlyKeys("", "left", "right");
    Results.EdgeResult all = Objects.requireNonNull(canny.edges().get(""));
    assertThat(all.ods()).isGreaterThan(0.95);
    assertThat(all.odsOnePixel()).isBetween(0.5, all.ods());
    String schema = Files.readString(out().resolve("bench.schema.json"));
    String json = Files.readString(out().resolve("bench.json"));
    assertThat(BenchRun.errors(schema, json)).isEmpty();
    assertThat(BenchRun.errors(schema, json.replace("\"odsOnePixel\"", "\"o\""))).isNotEmpty();
    assertThat(results.candidates().get(1).refusal().orElseThrow()).contains("card.yaml");
    assertThat(Files.readString(out().resolve("index.html")))
        .contains("broken", "empty.png", "<svg")
        .doesNotContain("http://", "https://");
    assertThat(Files.readString(out().resolve("bench.csv"))).contains("canny,left/left.png");
  }

  @Test
  void resumedRunKeepsWhatIsFinished() throws IOException {
    String[] options = {
      "--models",
      "canny",
      "--min-queries",
      "20",
      "--min-time",
      "0.01",
      "--images",
      images.toString()
    };
    bench(options);
    Results first = ResultsJson.read(out().resolve("bench.json"));
    String[] again = Arrays.copyOf(options, options.length + 1);
    again[options.length] = "--resume";
    bench(again);
    Results second = ResultsJson.read(out().resolve("bench.json"));
    assertThat(second.candidates()).isEqualTo(first.candidates());
  }

  @Test
  void endedRunGoesOnWithWhatIsMeasuredAndJudged() throws IOException {
    String[] options = {
      "--models",
      "canny",
      "--min-queries",
      "20",
      "--min-time",
      "0.01",
      "--resume",
      "--images",
      images.toString(),
      "--edge-truth",
      folder.resolve("truth").toString()
    };
    bench(options);
    Results.CandidateResult whole =
        ResultsJson.read(out().resolve("bench.json")).candidates().getFirst();
    // the candidate is not finished, one of its pictures was judged otherwise
    try (Stream<Path> files = Files.walk(out().resolve("parts"))) {
      for (Path part : files.filter(Files::isRegularFile).toList()) {
        switch (part.getFileName().toString()) {
          case "canny-1.json" -> Files.delete(part);
          case "left.png.json" ->
              Files.writeString(part, "{\"name\": \"left/left.png\", \"failure\": \"planted\"}");
          default -> {}
        }
      }
    }
    bench(options);
    Results.CandidateResult again =
        ResultsJson.read(out().resolve("bench.json")).candidates().getFirst();
    assertThat(again.loads()).isEqualTo(whole.loads());
    assertThat(again.pictures())
        .filteredOn(row -> row.failure().isPresent())
        .extracting(Results.PictureRow::name)
        .contains("left/left.png");
    assertThat(again.edges()).containsOnlyKeys("", "right");
  }

  @Test
  void nonsenseIsOneLine() {
    assertThat(bench("--models", "nobody")).isEqualTo(ExitCode.USAGE);
    assertThat(said).contains("nobody").hasLineCount(1);
    assertThat(bench("--models", "canny", "--compare", "x.json", "--fail-if", "speed>5"))
        .isEqualTo(ExitCode.USAGE);
    assertThat(said).contains("latency.p95>+5%");
    for (String[] bad :
        new String[][] {
          {"--qps", "0"}, {"--workers", "0"}, {"--min-queries", "0"}, {"--limit", "-1"}
        }) {
      assertThat(bench("--models", "canny", "--scenario", "server", bad[0], bad[1]))
          .as(bad[0])
          .isEqualTo(ExitCode.USAGE);
      assertThat(said).hasLineCount(1);
    }
    assertThat(bench("--models", "canny", "--images", folder.resolve("truth/none").toString()))
        .isEqualTo(ExitCode.BAD_PICTURE);
  }

  private Path out() {
    return folder.resolve("out");
  }

  private int bench(String... options) {
    BenchRun run = BenchRun.of(out(), options);
    said = run.said();
    return run.exitCode();
  }

  /** Dark left of x, light right of it; or the border alone, white on black. */
  private static byte[] png(int x, boolean border) {
    BufferedImage picture = new BufferedImage(128, 96, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = picture.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(x, 0, border ? 1 : 128, 96);
    graphics.dispose();
    return ImageFiles.encodePng(picture);
  }
}
