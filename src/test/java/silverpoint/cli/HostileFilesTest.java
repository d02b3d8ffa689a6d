package silverpoint.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import silverpoint.Mutations;
import silverpoint.cli.output.RouteFile;
import silverpoint.cli.terminal.ExitCode;
import silverpoint.foundation.geometry.Box;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.geometry.Polyline;
import silverpoint.foundation.image.ImageException;
import silverpoint.foundation.inference.NeuralModels;
import silverpoint.kiosk.access.ApiKeys;
import silverpoint.kiosk.access.StaffPins;
import silverpoint.kiosk.app.LineSettings;
import silverpoint.kiosk.app.LineWiring;
import silverpoint.kiosk.config.BoothConfig;
import silverpoint.kiosk.config.CameraConfig;
import silverpoint.kiosk.config.HistoryConfig;
import silverpoint.kiosk.config.MachineProfile;
import silverpoint.kiosk.config.MachineProfiles;
import silverpoint.kiosk.config.Mounting;
import silverpoint.kiosk.config.ScreenConfig;
import silverpoint.kiosk.config.WebConfig;
import silverpoint.lab.accuracy.FaceLabels;
import silverpoint.lab.evaluation.PhotoTable;
import silverpoint.machine.motion.Backlash;
import silverpoint.machine.motion.MotionPlanner;
import silverpoint.machine.plotter.PositionFile;
import silverpoint.machine.simulator.Simulation;
import silverpoint.picture.drawingfile.DrawingFileException;
import silverpoint.picture.drawingfile.LineArtFile;

/**
 * Whatever stands in a file, its parser reads it or refuses it in one line. {@code
 * -Dfuzz.inputs=100000 -Dfuzz.seed=2} tries more.
 */
class HostileFilesTest {
  private static final int INPUTS = Integer.getInteger("fuzz.inputs", 150);
  private static final long SEED = Long.getLong("fuzz.seed", 1);
  private static final Path SEEDS = Path.of("src/test/resources/silverpoint/fuzz");
  private static final Path CONFIG = Path.of("kiosk-config");

  @TempDir private Path folder;

  /** Reads a file that stands at the path, and uses what it says. */
  private interface Parser {
    void read(Path file) throws IOException;
  }

  /**
   * @param seeds files that it reads
   * @param name how the file is called
   */
  private record Target(String name, Parser parser, List<Path> seeds) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Target> targets() throws IOException {
    return Stream.of(
        kept("svg/a.svg", file -> LineArtFile.read(Files.readAllBytes(file))),
        kept("picture/a", file -> LineArtFile.read(Files.readAllBytes(file))),
        kept("route/route.json", HostileFilesTest::route),
        kept("photo-table/a.csv", PhotoTable::read),
        kept("face-csv/a.csv", FaceLabels::read),
        kept("face-txt/a.txt", FaceLabels::read),
        kept("face-xml/a.xml", FaceLabels::read),
        kept("pins/pins", file -> new StaffPins(file, new Random(1)).isAnySet()),
        kept("keys/keys", file -> new ApiKeys(file, new Random(1)).names()),
        kept("position/position", file -> new PositionFile(file, () -> 0).read()),
        new Target(
            "profile/fuzz.yaml",
            HostileFilesTest::profile,
            List.of(
                CONFIG.resolve("machines/classic.yaml"), CONFIG.resolve("machines/pocket.yaml"))),
        shipped("booth.yaml", BoothConfig::load),
        shipped("camera.yaml", CameraConfig::load),
        shipped("history.yaml", HistoryConfig::load),
        shipped("screen.yaml", ScreenConfig::load),
        new Target(
            "web.yaml",
            file -> WebConfig.load(folderOf(file)),
            List.of(CONFIG.resolve("web.yaml"), SEEDS.resolve("web/letter-at-a-border.yaml"))),
        new Target(
            "face-mesh/card.yaml",
            file -> NeuralModels.cards(folderOf(folderOf(file))),
            List.of(
                Path.of("models/face-mesh/card.yaml"),
                SEEDS.resolve("card/torn.yaml"),
                SEEDS.resolve("card/nothing.yaml"))));
  }

  private static Target kept(String name, Parser parser) throws IOException {
    try (Stream<Path> seeds = Files.list(folderOf(SEEDS.resolve(name)))) {
      return new Target(name, parser, seeds.sorted().toList());
    }
  }

  private static Path folderOf(Path file) {
    return Objects.requireNonNull(file.getParent());
  }

  private static Target shipped(String name, Parser parserOfFolder) {
    return new Target(
        name, file -> parserOfFolder.read(folderOf(file)), List.of(CONFIG.resolve(name)));
  }

  private static void route(Path file) {
    MachineProfile classic = new MachineProfiles(CONFIG.resolve("machines")).load("classic");
    RouteFile route = RouteFile.read(file);
    route.requireFits(classic.page(), "classic");
    route.from(classic.parkMm());
    route.from(route.points().getFirst());
  }

  /** A machine that is accepted can draw. */
  private static void profile(Path file) {
    MachineProfiles profiles = new MachineProfiles(folderOf(file));
    for (Mounting mounting : Mounting.values()) {
      MachineProfile profile = profiles.load("fuzz", mounting);
      Box room = profile.page().drawableMm();
      Polyline zigZag =
          new Polyline(
              List.of(
                  profile.parkMm(),
                  room.centre(),
                  new Point(room.right(), room.y()),
                  profile.home().pointMm(),
                  profile.parkMm()));
      Simulation.of(
          new MotionPlanner(profile.motion(), room).plan(zigZag, Backlash.atHome(profile.motion())),
          new LineWiring(profile, LineSettings.usual()).simulatedMachine());
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("targets")
  void aMutatedFileIsReadOrRefusedInOneLine(Target target, TestReporter reporter)
      throws IOException {
    Path file = folder.resolve(target.name);
    PrintStream terminal = System.err;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
    long slowestNs;
    try {
      slowestNs = readAll(target, file);
    } finally {
      System.setErr(terminal);
    }
    assertThat(said.toString(StandardCharsets.UTF_8)).as("past the one line").isEmpty();
    reporter.publishEntry(target + ": slowest input, ms", String.valueOf(slowestNs / 1_000_000));
  }

  /** How long the slowest took, ns. */
  private static long readAll(Target target, Path file) throws IOException {
    Files.createDirectories(folderOf(file));
    List<byte[]> seeds = target.seeds.stream().map(HostileFilesTest::bytes).toList();
    for (byte[] seed : seeds) {
      isReadOrRefused(target, file, seed);
    }
    Mutations mutations = new Mutations(seeds, SEED);
    long slowestNs = 0;
    for (int i = 0; i < INPUTS; i++) {
      long beganNs = System.nanoTime();
      isReadOrRefused(target, file, mutations.next());
      slowestNs = Math.max(slowestNs, System.nanoTime() - beganNs);
    }
    return slowestNs;
  }

  private static void isReadOrRefused(Target target, Path file, byte[] content) throws IOException {
    Files.write(file, content);
    try {
      target.parser.read(file);
    } catch (DrawingFileException | ImageException e) {
      assertThat(e.getMessage()).isNotBlank();
    } catch (RuntimeException e) {
      if (Main.codeOf(e) == ExitCode.OUR_BUG) {
        fail("the file is " + kept(file, content), e);
      }
    }
  }

  private static Path kept(Path file, byte[] content) throws IOException {
    Path kept = Path.of("target/fuzz", file.getFileName() + "-" + content.length);
    Files.createDirectories(folderOf(kept));
    return Files.write(kept, content);
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
