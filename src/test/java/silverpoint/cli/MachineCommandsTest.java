package silverpoint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import silverpoint.cli.terminal.ExitCode;
import silverpoint.foundation.geometry.Box;
import silverpoint.foundation.geometry.Point;
import silverpoint.machine.calibration.TestPattern;

/** The commands of whoever sets a machine up, on the simulated one. */
class MachineCommandsTest {
  @TempDir Path directory;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    CommandLine command = Main.commandLine();
    command.setOut(new PrintWriter(out));
    command.setErr(new PrintWriter(err));
    return command.execute(arguments);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"classic", "pocket"})
  void drawsATestPatternAndComesBack(String name) {
    Path picture = directory.resolve("pattern.png");
    assertThat(run("test-pattern", "--machine", name, "--out", picture.toString())).isZero();
    assertThat(picture).isNotEmptyFile();
    assertThat(out.toString()).contains("back at").contains("mean 0.0");
  }

  @Test
  void theTestPatternLiesInTheArea() {
    Box area = new Box(3, 3, 146, 100);
    assertThat(new TestPattern(area).lineMm(new Point(3, 103)).points())
        .allMatch(area.inset(-1e-9)::contains);
  }

  @Test
  void jogsAndDeclaresHome() {
    assertThat(run("jog", "--x", "5", "--y", "-3.5")).isZero();
    assertThat(run("home", "--machine", "pocket")).isZero();
    assertThat(out.toString())
        .contains("about 67.0 mm from the left, 99.5 mm from the top")
        .contains("at home, 2.0 mm from the left, 42.0 mm from the top");
  }

  @Test
  void aJogHasABound() {
    assertThat(run("jog", "--x", "5000")).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("--x must be -300 to 300, not 5000");
  }

  @Test
  void calibratesTheSimulatedMachineAndWritesNothingUnasked() throws Exception {
    String before = Files.readString(Path.of("kiosk-config", "machines", "classic.yaml"));
    assertThat(run("calibrate")).isZero();
    assertThat(out.toString()).contains("x: 43.", "y: 46.", "nothing is written");
    assertThat(Files.readString(Path.of("kiosk-config", "machines", "classic.yaml")))
        .isEqualTo(before);
  }

  @Test
  void plotsALineThatWasMadeBefore() throws Exception {
    Path route = directory.resolve("route.json");
    Files.writeString(route, "{\"legs\": [{\"points\": [[3, 103], [20, 60.5], [30, 70]]}]}");
    assertThat(run("plot", directory.toString())).isZero();
    assertThat(out.toString())
        .contains("stands 30.0 mm from the left, 70.0 mm from the top")
        .contains("steps lost by the simulated motors: 0");
  }

  @Test
  void parksTheStylus() {
    assertThat(run("park")).isZero();
    assertThat(out.toString())
        .contains("parked, 62.0 mm from the left, 103.0 mm from the top; now shake the toy");
  }

  @Test
  void aLineThatWasMadeForAnotherStartBeginsAtItsFirstInk() throws Exception {
    String ink = "{\"kind\": \"draw\", \"points\": [[62, 93], [62, 83]]}]}";
    Path route = directory.resolve("route.json");
    for (String leash : List.of("[[3, 103], [3, 93], [62, 93]]", "[[62, 103], [62, 93]]")) {
      Files.writeString(
          route, "{\"legs\": [{\"kind\": \"connector\", \"points\": " + leash + "}, " + ink);
      assertThat(run("plot", route.toString())).isZero();
    }
    assertThat(out.toString().lines().filter(line -> line.startsWith("drawn in")).distinct())
        .hasSize(1);
  }

  @Test
  void animatesWhatItPlots() throws Exception {
    Path route = directory.resolve("route.json");
    Files.writeString(route, "{\"legs\": [{\"points\": [[3, 103], [20, 60.5]]}]}");
    Path video = directory.resolve("toy.mp4");
    assertThat(run("plot", route.toString(), "--animation", video.toString())).isZero();
    assertThat(video).isNotEmptyFile();
    assertThat(run("plot", route.toString(), "--animation", "toy.avi")).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("must end in .gif or .mp4");
  }

  @Test
  void aPictureThatCannotBeWrittenIsOneLine() {
    assertThat(run("test-pattern", "--out", "/proc/no/pattern.png"))
        .isEqualTo(ExitCode.CANNOT_WRITE);
    assertThat(err.toString()).contains("cannot be written").hasLineCount(1);
  }

  @ParameterizedTest(name = "''{0}''")
  @ValueSource(
      strings = {
        "",
        "{",
        "{}",
        "[1, 2]",
        "{\"legs\": 3}",
        "{\"legs\": [{}]}",
        "{\"legs\": [{\"points\": [[3, null], [20, 60]]}]}",
        "{\"legs\": [{\"points\": [[3], [20, 60]]}]}",
        "{\"legs\": [{\"points\": [{\"x\": 1}, [20, 60]]}]}",
        "{\"legs\": [{\"points\": [[1e400, 3], [20, 60]]}]}",
        "{\"legs\": [{\"points\": [[1000, 3], [20, 60]]}]}"
      })
  void anythingElseIsNoRoute(String text) throws Exception {
    Path route = directory.resolve("route.json");
    Files.writeString(route, text);
    assertThat(run("plot", route.toString())).isEqualTo(ExitCode.BAD_PICTURE);
    assertThat(err.toString()).contains(route.toString());
  }

  @Test
  void aDrawingForAnotherMachineOrMountingSaysSo() throws Exception {
    Path route = directory.resolve("route.json");
    Files.writeString(
        route,
        "{\"page\": {\"widthMm\": 152.0, \"heightMm\": 106.0},"
            + " \"legs\": [{\"points\": [[3, 40], [20, 30]]}]}");
    assertThat(run("plot", route.toString(), "--machine", "pocket"))
        .isEqualTo(ExitCode.BAD_PICTURE);
    assertThat(err.toString())
        .contains("is for a page of 152.0 x 106.0 mm, that of pocket is 66.0 x", "draw it")
        .hasLineCount(1);
  }

  @Test
  void realMotorsNeedAChip() {
    assertThat(run("home", "--gpio", "--chip", "none such", "--state", directory.toString()))
        .isEqualTo(ExitCode.BAD_MACHINE);
    assertThat(err.toString()).contains("GPIO chip");
  }
}
