package silverpoint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole command, from a photo to the simulated toy, as a user calls it. */
class DrawCommandTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Path COLLINS =
      Path.of("src/main/resources/silverpoint/demo/eileen-collins.png");

  @TempDir private Path folder;

  private record Outcome(int exitCode, String out, String err) {}

  @Test
  void drawsTheBundledPortrait() throws IOException {
    Path out = folder.resolve("new/collins");
    Outcome outcome = run("draw", "--out", out.toString(), "--json");
    assertThat(outcome.err).isEmpty();
    assertThat(outcome.exitCode).isZero();
    JsonNode report = JSON.readTree(outcome.out);
    assertThat(report).isEqualTo(JSON.readTree(Files.readString(out.resolve("report.json"))));
    assertThat(report.get("photo").get("widthPx").asInt()).isEqualTo(512);
    assertThat(report.get("faces")).hasSize(1);
    assertThat(report.get("models")).hasSize(5);
    assertThat(report.get("photoToPageMm")).hasSize(6);
    assertThat(report.get("inkMm").asDouble()).isBetween(500.0, 3000.0);
    double lowerBoundMm = report.get("lowerBoundMm").asDouble();
    assertThat(report.get("routeMm").asDouble()).isBetween(lowerBoundMm, 1.4 * lowerBoundMm);
    assertThat(report.get("fidelity").get("meanMm").asDouble()).isLessThan(0.15);
    assertThat(report.get("lostSteps").asInt()).isZero();
    BufferedImage drawing = ImageIO.read(out.resolve("drawing.png").toFile());
    assertThat(drawing.getWidth()).isGreaterThanOrEqualTo(1200);
    assertThat(out.resolve("portrait.svg")).content().startsWith("<svg").contains("152.0mm");
    assertThat(out.resolve("lineart.png")).isNotEmptyFile();
    assertThat(out.resolve("contact.png")).isNotEmptyFile();
    legsFollowOnFromThePark(JSON.readTree(Files.readString(out.resolve("route.json"))));
    strokesLieOnThePage(JSON.readTree(Files.readString(out.resolve("strokes.json"))));
  }

  @Test
  void saysWhoIsNotDrawnAlong() throws IOException {
    BufferedImage one = ImageIO.read(COLLINS.toFile());
    BufferedImage apart = new BufferedImage(1400, 512, BufferedImage.TYPE_INT_RGB);
    apart.createGraphics().drawImage(one, 0, 0, null);
    apart.createGraphics().drawImage(one, 1400 - one.getWidth(), 0, null);
    Path photo = folder.resolve("apart.png");
    ImageIO.write(apart, "png", photo.toFile());
    String out = folder.resolve("apart").toString();
    Outcome outcome = run("draw", photo.toString(), "--people", "2", "--out", out);
    assertThat(outcome.out).contains("drawn: 1 of 2 people").contains("side by side");
    assertThat(outcome.exitCode).isZero();
  }

  private static void legsFollowOnFromThePark(JsonNode route) {
    assertThat(route.get("unit").asString()).isEqualTo("mm");
    JsonNode at = JSON.readTree("[62.0, 103.0]");
    for (JsonNode leg : route.get("legs")) {
      assertThat(leg.get("kind").asString()).isIn("draw", "connector", "retrace");
      assertThat(leg.get("points").get(0)).isEqualTo(at);
      at = leg.get("points").get(leg.get("points").size() - 1);
    }
  }

  private static void strokesLieOnThePage(JsonNode strokes) {
    for (JsonNode stroke : strokes.get("strokes")) {
      assertThat(stroke.get("source").asString()).isIn("edge", "mesh", "mass", "outline", "hatch");
      for (JsonNode point : stroke.get("points")) {
        assertThat(point.get(0).asDouble()).isBetween(3.0, 149.0);
        assertThat(point.get(1).asDouble()).isBetween(3.0, 103.0);
      }
    }
  }

  @Test
  void theSamePhotoGivesTheSameSteps() throws IOException {
    Path first = folder.resolve("first");
    Path second = folder.resolve("second");
    assertThat(run("draw", COLLINS.toString(), "--out", first.toString()).exitCode).isZero();
    assertThat(run("draw", COLLINS.toString(), "--out", second.toString()).exitCode).isZero();
    assertThat(first.resolve("steps.csv")).hasSameBinaryContentAs(second.resolve("steps.csv"));
    List<String> steps = Files.readAllLines(first.resolve("steps.csv"));
    assertThat(steps.getFirst()).isEqualTo("timeNs,xSteps,ySteps");
    assertThat(steps).hasSizeGreaterThan(50_000);
  }

  @Test
  void drawsOnThePocketMachineToo() throws IOException {
    Outcome outcome = run("draw", "--machine", "pocket", "--out", folder.toString(), "--json");
    assertThat(outcome.exitCode).isZero();
    JsonNode strokes = JSON.readTree(Files.readString(folder.resolve("strokes.json")));
    assertThat(strokes.get("page").get("widthMm").asDouble()).isEqualTo(66);
    assertThat(strokes.get("faceBoxesMm")).containsExactly(strokes.get("faceBoxMm"));
  }

  @Test
  void textIsNotAPicture() throws IOException {
    Path text = Files.writeString(folder.resolve("notes.jpg"), "Dear diary");
    fails(4, "notes.jpg", "draw", text.toString());
  }

  @Test
  void aCutOffPictureIsRefused() throws IOException {
    byte[] whole = Files.readAllBytes(COLLINS);
    Path cut = Files.write(folder.resolve("cut.png"), Arrays.copyOf(whole, whole.length / 2));
    fails(4, "cut off", "draw", cut.toString());
  }

  @Test
  void aMissingFileAndAFolderAreNamed() {
    fails(4, "no such file", "draw", folder.resolve("nobody.jpg").toString());
    fails(4, "is a folder", "draw", folder.toString());
  }

  @Test
  void nobodyThereIsSaidWithWhatHelps() throws IOException {
    BufferedImage empty = new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB);
    Path wall = folder.resolve("wall.png");
    ImageIO.write(empty, "png", wall.toFile());
    fails(3, "no face found in 300 x 200 px", "draw", wall.toString());
  }

  @Test
  void aFaceThatNobodyWouldKnowIsRefusedWithAdvice() throws IOException {
    BufferedImage collins = ImageIO.read(COLLINS.toFile());
    BufferedImage tiny = new BufferedImage(160, 160, BufferedImage.TYPE_INT_RGB);
    tiny.createGraphics().drawImage(collins, 0, 0, 128, 128, null);
    Path far = folder.resolve("far.png");
    ImageIO.write(tiny, "png", far.toFile());
    fails(3, "the face is too small: come closer", "draw", far.toString());
    BufferedImage soft = new BufferedImage(512, 512, BufferedImage.TYPE_INT_RGB);
    BufferedImage coarse = new BufferedImage(100, 100, BufferedImage.TYPE_INT_RGB);
    coarse.createGraphics().drawImage(collins, 0, 0, 100, 100, null);
    Graphics2D graphics = soft.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    graphics.drawImage(coarse, 0, 0, 512, 512, null);
    Path blurred = folder.resolve("blurred.png");
    ImageIO.write(soft, "png", blurred.toFile());
    fails(3, "the face is blurred: hold still", "draw", blurred.toString());
  }

  @Test
  void anOutputThatCannotBeWrittenIsToldBeforeTheWork() throws IOException {
    Path file = Files.writeString(folder.resolve("taken"), "a file");
    Outcome outcome = run("draw", "--out", file.resolve("below").toString());
    assertThat(outcome.exitCode).isEqualTo(6);
    assertThat(outcome.err.lines()).hasSize(1);
  }

  @Test
  void wrongOptionsAreNamed() {
    fails(2, "--sytle", "draw", "--sytle", "bold");
    fails(2, "known: bold, contour, minimal, shaded", "draw", "--style", "cubist");
    fails(2, "there is no machine 'lathe'", "draw", "--machine", "lathe");
    fails(2, "--threads must be 1 to 1024, not 0", "draw", "--threads", "0");
    Outcome outcome = run("draw");
    assertThat(outcome.exitCode).isEqualTo(2);
    assertThat(outcome.err).contains("--out");
  }

  private void fails(int exitCode, String message, String... arguments) {
    String[] withOut = Arrays.copyOf(arguments, arguments.length + 2);
    withOut[arguments.length] = "--out";
    withOut[arguments.length + 1] = folder.resolve("out").toString();
    Outcome outcome = run(withOut);
    List<String> complaint =
        outcome.err.lines().filter(line -> line.startsWith("silverpoint: ")).toList();
    assertThat(complaint).hasSize(1);
    assertThat(complaint.getFirst()).contains(message);
    assertThat(outcome.err).doesNotContain("\tat ");
    assertThat(outcome.exitCode).isEqualTo(exitCode);
  }

  private static Outcome run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine command =
        Main.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    int exitCode = command.execute(arguments);
    return new Outcome(exitCode, out.toString(), err.toString());
  }

  @Test
  void theReportIsReadableWithoutJson() {
    Outcome outcome = run("draw", "--out", folder.toString());
    assertThat(outcome.out).startsWith("drawn: ");
    assertThat(outcome.out.getBytes(StandardCharsets.UTF_8).length).isLessThan(400);
    assertThat(outcome.err).contains("finding faces", "joining one line");
  }
}
