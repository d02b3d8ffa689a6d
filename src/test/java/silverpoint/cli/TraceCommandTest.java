package silverpoint.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TraceCommandTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String ART =
      """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50">
        <g fill="none" stroke="black">
          <circle cx="20" cy="25" r="10"/><circle cx="60" cy="25" r="10"/>
          <path d="M0 0C30 20 70 20 100 0M0 50h100"/>
          <polyline points="35,25 40,30 45,25"/>
        </g>
      </svg>
      """;

  @TempDir private Path folder;

  private record Outcome(int exitCode, String out, String err) {}

  @Test
  void tracesAnSvgWithItsProportions() throws IOException {
    Outcome outcome = trace(art(), "--json");
    assertThat(outcome.exitCode).isZero();
    assertThat(outcome.err).isEmpty();
    JsonNode report = JSON.readTree(outcome.out);
    assertThat(report).isEqualTo(JSON.readTree(Files.readString(out("report.json"))));
    assertThat(report.get("file").asString()).isEqualTo("art.svg");
    assertThat(report.get("strokes").asInt()).isEqualTo(5);
    assertThat(report.get("droppedStrokes").asInt()).isZero();
    assertThat(report.get("optimalityGap").asDouble()).isBetween(0.0, 0.5);
    assertThat(report.get("visibleConnectorMm").asDouble())
        .isGreaterThan(0.9 * report.get("visibleFloorMm").asDouble());
    JsonNode strokes = JSON.readTree(Files.readString(out("strokes.json")));
    assertThat(strokes.get("faceBoxMm").isNull()).isTrue();
    assertThat(strokes.get("faceBoxesMm")).isEmpty();
    JsonNode base = strokes.get("strokes").get(3).get("points");
    assertThat(base.get(0).get(0).asDouble()).isEqualTo(3.0);
    assertThat(base.get(1).get(0).asDouble()).isEqualTo(149.0);
    assertThat(out("route.json")).isNotEmptyFile();
    assertThat(out("portrait.svg")).isNotEmptyFile();
    assertThat(out("drawing.png")).isNotEmptyFile();
  }

  @Test
  void shortJoinsMakeAShorterLineAndASeedRepeatsIt() throws IOException {
    double hiddenMm = JSON.readTree(trace(art(), "--json").out).get("routeMm").asDouble();
    JsonNode report = JSON.readTree(trace(art(), "--json", "--joins", "short", "--seed", "5").out);
    assertThat(report.get("routeMm").asDouble()).isLessThanOrEqualTo(hiddenMm);
    String first = Files.readString(out("route.json"));
    trace(art(), "--joins", "short", "--seed", "5");
    assertThat(out("route.json")).content().isEqualTo(first);
  }

  @Test
  void aTimeLimitLeavesStrokesOut() throws IOException {
    JsonNode report = JSON.readTree(trace(art(), "--json", "--max-draw-time", "12").out);
    assertThat(report.get("drawTimeS").asDouble()).isLessThanOrEqualTo(12);
    assertThat(report.get("droppedStrokes").asInt()).isPositive();
    assertThat(report.get("droppedMm").asDouble()).isPositive();
    fails(2, "not one stroke", art(), "--max-draw-time", "0.01");
    fails(2, "--max-draw-time", art(), "--max-draw-time", "-3");
    fails(2, "--joins", art(), "--joins", "crooked");
  }

  @Test
  void filesWithoutALineAreNamed() throws IOException {
    fails(4, "no line", Files.writeString(folder.resolve("empty.svg"), "<svg/>"));
    fails(4, "broken XML", Files.writeString(folder.resolve("broken.svg"), "<svg><g>"));
    fails(4, "not <svg>", Files.writeString(folder.resolve("page.svg"), "<html/>"));
    fails(4, "notes.png", Files.writeString(folder.resolve("notes.png"), "Dear diary"));
    fails(4, "no such file", folder.resolve("nothing.svg"));
    fails(4, "is a folder", folder);
  }

  private Path art() throws IOException {
    return Files.writeString(folder.resolve("art.svg"), ART);
  }

  private Path out(String name) {
    return folder.resolve("out").resolve(name);
  }

  @Test
  void moreLinesThanBecomeOneLineAreRefused() throws IOException {
    String lines = "<line x1='0' y1='0' x2='9' y2='9'/>".repeat(50_000);
    Path file = folder.resolve("many.svg");
    Files.writeString(file, "<svg xmlns='http://www.w3.org/2000/svg'>" + lines + "</svg>");
    fails(4, "has 50000 lines", file);
  }

  @Test
  void whatIsNotDrawnIsSaidInOneLineAndInTheReport() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("art.svg"), ART.replace("</g>", "</g><text>a</text><text>b</text>"));
    Outcome outcome = trace(file, "--json");
    assertThat(outcome.exitCode).isZero();
    assertThat(outcome.err)
        .isEqualToIgnoringNewLines(
            "silverpoint: 2 <text> elements are not drawn: convert to paths");
    assertThat(JSON.readTree(outcome.out).get("notDrawn")).hasSize(1);
  }

  @Test
  void moreLineThanIsDrawnInGoodTimeIsRefusedBeforeItIsPlanned() throws IOException {
    StringBuilder path = new StringBuilder("<svg><path d='M0 0");
    Random chance = new Random(1);
    for (int i = 0; i < 10_000; i++) {
      path.append(' ').append(chance.nextInt(1000)).append(' ').append(chance.nextInt(1000));
    }
    fails(
        4,
        "to draw; at most 30 min",
        Files.writeString(folder.resolve("a.svg"), path + "'/></svg>"));
  }

  @Test
  void aLineOfManyCornersIsRefusedByTheTimeThatItIsPlannedToTake() throws IOException {
    StringBuilder path = new StringBuilder("<svg viewBox='0 0 90 60'><path d='M0 0");
    for (int i = 0; i < 10_000; i++) {
      path.append("l%s %s".formatted(i % 2 == 0 ? "1.5" : "-1.49", i % 3 == 0 ? "1" : "-.495"));
    }
    fails(
        4,
        "to draw; at most 30 min",
        Files.writeString(folder.resolve("a.svg"), path + "'/></svg>"));
  }

  @Test
  void fiftyThousandStrokesAreRefusedWithOneLine() throws IOException {
    StringBuilder lines = new StringBuilder("<svg>");
    for (int i = 0; i < 50_000; i++) {
      int x = i % 250;
      int y = i / 250;
      lines.append("<path d='M%d %d l0.5 0'/>".formatted(x, y));
    }
    fails(
        4,
        "has 50000 lines; at most 4000 become one line in good time: simplify it",
        Files.writeString(folder.resolve("a.svg"), lines + "</svg>"));
  }

  @Test
  void aLineOfTheSameArtByAnotherIsPlannedOnTheSameMachine() throws IOException {
    Path art =
        Files.writeString(
            folder.resolve("art.svg"),
            "<svg><path d='M0 0L60 0L60 40'/><path d='M0 40L60 40'/></svg>");
    Path other =
        Files.writeString(
            folder.resolve("other.svg"),
            "<svg><path d='M0 0L60 0L60 40L0 40L0 0L60 40L0 0L0 40'/></svg>");
    Outcome outcome = trace(art, "--json", "--against", other.toString());
    assertThat(trace(art, "--against", other.toString()).err)
        .contains("the same art by other.svg takes ");
    JsonNode report = JSON.readTree(outcome.out);
    JsonNode others = report.get("others");
    assertThat(others).hasSize(1);
    assertThat(others.get(0).get("file").asText()).isEqualTo("other.svg");
    assertThat(others.get(0).get("drawTimeS").asDouble())
        .isGreaterThan(1.5 * report.get("drawTimeS").asDouble());
    // across the page twice, and from the stylus to the art
    assertThat(others.get(0).get("visibleMm").asDouble()).isGreaterThan(200);
    assertThat(others.get(0).get("missingShare").asDouble()).isZero();
    JsonNode times = report.get("times");
    double sumS =
        times.get("drawS").asDouble()
            + times.get("connectorS").asDouble()
            + times.get("retraceS").asDouble();
    assertThat(sumS).isCloseTo(report.get("drawTimeS").asDouble(), within(0.01));
  }

  private void fails(int exitCode, String message, Path file, String... options) {
    Outcome outcome = trace(file, options);
    assertThat(outcome.exitCode).isEqualTo(exitCode);
    assertThat(outcome.err.lines().filter(line -> line.startsWith("silverpoint: "))).hasSize(1);
    assertThat(outcome.err).contains(message).doesNotContain("\tat ");
  }

  private Outcome trace(Path file, String... options) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine command =
        Main.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    String[] arguments = new String[options.length + 4];
    arguments[0] = "trace";
    arguments[1] = file.toString();
    arguments[2] = "--out";
    arguments[3] = folder.resolve("out").toString();
    System.arraycopy(options, 0, arguments, 4, options.length);
    int exitCode = command.execute(arguments);
    return new Outcome(exitCode, out.toString(), err.toString());
  }
}
