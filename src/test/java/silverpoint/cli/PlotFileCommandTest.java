package silverpoint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import silverpoint.cli.terminal.ExitCode;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.geometry.Polyline;
import silverpoint.machine.plotfile.GcodeReader;
import silverpoint.machine.plotfile.HpglReader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Portraits as files for other machines, read back to the same line. */
class PlotFileCommandTest {
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

  @TempDir private static Path drawings;

  @TempDir private Path folder;

  @BeforeAll
  static void drawsPortraits() throws IOException {
    Path art = Files.writeString(drawings.resolve("art.svg"), ART);
    made("trace", art.toString(), "--out", drawings.resolve("art").toString());
    for (String style : List.of("shaded", "minimal")) {
      made("draw", "--style", style, "--out", drawings.resolve(style).toString());
    }
  }

  private static Called made(String... arguments) {
    Called called = Called.of(arguments);
    assertThat(called.exitCode()).as(called.err()).isZero();
    return called;
  }

  @ParameterizedTest(name = "{0}, {1}, pen {2}, {3}")
  @CsvSource({
    "shaded, MM, false, BOTTOM_LEFT",
    "shaded, INCH, false, TOP_LEFT",
    "shaded, MM, true, CENTER",
    "shaded, INCH, true, BOTTOM_LEFT",
    "minimal, MM, false, CENTER",
    "minimal, INCH, true, TOP_LEFT",
    "art, MM, true, BOTTOM_LEFT",
    "art, INCH, false, BOTTOM_LEFT",
  })
  void theLineIsReadBack(String drawing, String units, boolean pen, String origin)
      throws IOException {
    Path gcode = folder.resolve("line.gcode");
    Path hpgl = folder.resolve("line.hpgl");
    Called called =
        made(
            "plot",
            drawings.resolve(drawing).toString(),
            "--config",
            config(
                "{pen: %s, origin: %s, gcode: {units: %s, decimals: 4}}"
                    .formatted(pen, origin, units)),
            "--gcode",
            gcode.toString(),
            "--hpgl",
            hpgl.toString());
    JsonNode route = JSON.readTree(Files.readString(drawings.resolve(drawing + "/route.json")));
    UnaryOperator<Point> placed = placed(origin);
    double withinMm = 0.50001e-4 * (units.equals("MM") ? 1 : 25.4);
    GcodeReader.Drawn drawn = GcodeReader.read(Files.readString(gcode), pen);
    List<Polyline> plotted = HpglReader.read(Files.readString(hpgl));
    if (pen) {
      List<Polyline> strokes = legs(route, Set.of("draw"));
      assertThat(called.out()).contains("a pen draws " + strokes.size() + " strokes");
      sameInk(strokes, drawn.linesMm(), placed, 4 * withinMm);
      sameInk(strokes, plotted, placed, 4 * 0.0125);
    } else {
      List<Point> line = joined(legs(route, Set.of("draw", "connector", "retrace")));
      assertThat(drawn.linesMm()).hasSize(1);
      assertThat(plotted).hasSize(1);
      follows(drawn.linesMm().getFirst(), line, placed, withinMm);
      follows(plotted.getFirst(), line, placed, 0.0125001);
    }
    assertThat(drawn.feedsMmPerS()).hasSize(1);
    assertThat(drawn.feedsMmPerS().getFirst()).isBetween(59.99, 60.01);
  }

  @Test
  void aPenGoesAFractionOfTheWayBetweenStrokes() throws IOException {
    Path gcode = folder.resolve("line.gcode");
    String config = config("{pen: true}");
    Called called =
        made(
            "plot",
            drawings.resolve("shaded").toString(),
            "--config",
            config,
            "--gcode",
            gcode.toString());
    JsonNode route = JSON.readTree(Files.readString(drawings.resolve("shaded/route.json")));
    double travelMm = GcodeReader.read(Files.readString(gcode), true).travelMm();
    Point at = new Point(0, 106);
    double asTheyComeMm = 0;
    for (Polyline stroke : legs(route, Set.of("draw"))) {
      asTheyComeMm += at.distanceTo(stroke.start());
      at = stroke.end();
    }
    assertThat(called.out())
        .contains("goes %.0f mm between them, %.0f mm in".formatted(travelMm, asTheyComeMm));
    assertThat(travelMm).isLessThan(asTheyComeMm);
  }

  @Test
  void drawAndTraceWriteWhatTheyPlan() throws IOException {
    Path traced = folder.resolve("traced.gcode");
    Path plotted = folder.resolve("plotted.gcode");
    String art = drawings.resolve("art.svg").toString();
    String out = folder.resolve("out").toString();
    made("trace", art, "--out", out, "--gcode", traced.toString());
    made("plot", out, "--gcode", plotted.toString());
    sameLine(
        GcodeReader.read(Files.readString(traced), false).linesMm(),
        GcodeReader.read(Files.readString(plotted), false).linesMm(),
        0.0011);
    Path drawn = folder.resolve("drawn.hpgl");
    made("draw", "--style", "minimal", "--out", out, "--hpgl", drawn.toString());
    made("plot", out, "--hpgl", plotted.toString());
    sameLine(
        HpglReader.read(Files.readString(drawn)),
        HpglReader.read(Files.readString(plotted)),
        0.026);
  }

  /** A route on disk is rounded before it is rounded again. */
  private static void sameLine(List<Polyline> one, List<Polyline> other, double withinMm) {
    assertThat(one).hasSize(1);
    assertThat(other).hasSize(1);
    follows(other.getFirst(), one.getFirst().points(), point -> point, withinMm);
  }

  @Test
  void aFolderThatIsNotThereIsToldBeforeTheWork() {
    Path out = folder.resolve("out");
    Called called =
        Called.of(
            "draw",
            "--out",
            out.toString(),
            "--gcode",
            folder.resolve("none/line.gcode").toString());
    assertThat(called.exitCode()).isEqualTo(ExitCode.CANNOT_WRITE);
    assertThat(called.complaints()).hasSize(1);
    assertThat(called.err()).contains("there is no folder");
    assertThat(out).isEmptyDirectory();
  }

  private String config(String output) throws IOException {
    Path machines = Files.createDirectories(folder.resolve("config/machines"));
    Files.writeString(machines.resolve("classic.yaml"), "output: " + output + "\n");
    return folder.resolve("config").toString();
  }

  private static UnaryOperator<Point> placed(String origin) {
    return switch (origin) {
      case "BOTTOM_LEFT" -> point -> new Point(point.x(), 106 - point.y());
      case "CENTER" -> point -> new Point(point.x() - 76, 53 - point.y());
      default -> point -> point;
    };
  }

  private static List<Polyline> legs(JsonNode route, Set<String> kinds) {
    List<Polyline> legs = new ArrayList<>();
    for (JsonNode leg : route.get("legs")) {
      if (kinds.contains(leg.get("kind").asString())) {
        legs.add(
            new Polyline(
                leg.get("points")
                    .valueStream()
                    .map(pair -> new Point(pair.get(0).asDouble(), pair.get(1).asDouble()))
                    .toList()));
      }
    }
    return legs;
  }

  private static List<Point> joined(List<Polyline> legs) {
    return legs.stream().flatMap(leg -> leg.points().stream()).toList();
  }

  /** Point by point; those that round to the one before are written once. */
  private static void follows(
      Polyline read, List<Point> line, UnaryOperator<Point> placed, double withinMm) {
    int next = 0;
    for (Point point : line) {
      Point wanted = placed.apply(point);
      if (next < read.points().size() && isAt(read.points().get(next), wanted, withinMm)) {
        next++;
      } else {
        assertThat(next).isPositive();
        assertThat(read.points().get(next - 1))
            .as("after %d points", next)
            .matches(at -> isAt(at, wanted, withinMm));
      }
    }
    assertThat(next).isEqualTo(read.points().size());
  }

  private static boolean isAt(Point read, Point wanted, double withinMm) {
    return Math.abs(read.x() - wanted.x()) <= withinMm
        && Math.abs(read.y() - wanted.y()) <= withinMm;
  }

  /** The same length of ink, and every point of it where it should be. */
  private static void sameInk(
      List<Polyline> strokes, List<Polyline> read, UnaryOperator<Point> placed, double withinMm) {
    List<Point> drawn = joined(read);
    for (Point point : joined(strokes)) {
      Point wanted = placed.apply(point);
      assertThat(drawn).anyMatch(at -> at.distanceTo(wanted) <= withinMm);
    }
    double segments = joined(strokes).size();
    assertThat(read.stream().mapToDouble(Polyline::length).sum())
        .isBetween(
            strokes.stream().mapToDouble(Polyline::length).sum() - segments * withinMm,
            strokes.stream().mapToDouble(Polyline::length).sum() + segments * withinMm);
  }
}
