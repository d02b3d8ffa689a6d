package silverpoint.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import silverpoint.cli.output.OtherLine;
import silverpoint.cli.output.SketchFiles;
import silverpoint.cli.output.TraceReport;
import silverpoint.cli.terminal.CommandFailure;
import silverpoint.cli.terminal.ExitCode;
import silverpoint.cli.terminal.Span;
import silverpoint.kiosk.app.LineWiring;
import silverpoint.kiosk.config.MachineProfile;
import silverpoint.machine.simulator.Simulation;
import silverpoint.picture.drawingfile.DrawingFileException;
import silverpoint.picture.drawingfile.FileLines;
import silverpoint.picture.drawingfile.LineArtFile;
import silverpoint.picture.drawingfile.PageFit;
import silverpoint.picture.stroke.Drawing;
import silverpoint.sketch.LinePlanner;
import silverpoint.sketch.PaceOfMachine;
import silverpoint.sketch.PlannedLine;
import silverpoint.sketch.Stage;
import silverpoint.sketch.StageTimes;

/** From line art that somebody else made to a drawing on the simulated toy. */
@Command(
    name = "trace",
    description = "Draws the lines of an SVG or PNG on the simulated Etch-a-Sketch.",
    mixinStandardHelpOptions = true)
final class TraceCommand implements Callable<Integer> {
  private static final double MOST_DRAW_S = 1800;

  @Parameters(paramLabel = "FILE", description = "An SVG, or a picture of dark lines on white.")
  private @Nullable Path file;

  @Option(
      names = "--against",
      paramLabel = "FILE",
      description =
          "A line that somebody else made of the same art, an SVG in the same units: tells how long"
              + " the machine would take for it. May be given more than once.")
  private List<Path> against = List.of();

  @Mixin private ResultOptions results = new ResultOptions();

  @Mixin private LineOptions lineOptions = new LineOptions();

  @Override
  public Integer call() {
    SketchFiles files = results.files();
    MachineProfile profile = results.profile();
    LineWiring wiring = new LineWiring(profile, lineOptions.settings());
    StageTimes times = new StageTimes(LineWiring.CLOCK_NS, stage -> results.tell(stage.doing()));
    Path lineArt = Objects.requireNonNull(file);
    FileLines traced = times.of(Stage.STROKES, () -> read(lineArt));
    if (!traced.notDrawn().isEmpty()) {
      results.warn(String.join("; ", traced.notDrawn()));
    }
    Drawing drawing =
        times.of(Stage.STROKES, () -> new PageFit(profile.page()).fit(traced.lines()));
    LinePlanner planner = wiring.linePlanner();
    List<OtherLine> others =
        against.stream()
            .map(other ->
                OtherLine.of(
                    String.valueOf(other.getFileName()),
                    read(other).lines(),
                    drawing,
                    planner.motionPlanner(),
                    planner.startMm()))
            .toList();
    requireTime(
        lineArt,
        "at least ",
        PaceOfMachine.of(planner.motionPlanner().settings()).lineS(drawing.inkMm()));
    PlannedLine line = planner.plan(drawing, times);
    lineOptions.requireStrokes(line);
    requireTime(lineArt, "", line.motionPlan().durationS());
    results.tell("drawing on the simulated toy");
    Simulation simulation =
        Simulation.of(line.motionPlan(), line.stepPlan(), wiring.simulatedMachine());
    TraceReport report =
        TraceReport.of(
            String.valueOf(lineArt.getFileName()),
            traced.notDrawn(),
            line,
            simulation,
            times,
            others);
    results.tell("writing " + files.directory());
    files.write(line, simulation, report);
    results.writePlotFiles(profile, line);
    results.animate(profile.page(), simulation);
    results.tellResult(report, "traced: ", report.line(), files);
    others.forEach(other -> results.tell(other.words()));
    return ExitCode.OK;
  }

  /** The motion of a longer line does not fit into the memory of a small computer. */
  private static void requireTime(Path file, String atLeast, double drawS) {
    if (drawS > MOST_DRAW_S) {
      throw new CommandFailure(
          ExitCode.BAD_PICTURE,
          "%s: takes %s%s to draw; at most %s become one line in good time: simplify it"
              .formatted(file, atLeast, Span.words(drawS), Span.words(MOST_DRAW_S)));
    }
  }

  private static FileLines read(Path file) {
    try {
      return LineArtFile.read(Files.readAllBytes(file));
    } catch (DrawingFileException e) {
      throw bad(file, String.valueOf(e.getMessage()), e);
    } catch (NoSuchFileException e) {
      throw bad(file, "there is no such file", e);
    } catch (IOException e) {
      throw bad(file, Files.isDirectory(file) ? "is a folder" : "cannot be read", e);
    }
  }

  private static CommandFailure bad(Path file, String why, Exception cause) {
    CommandFailure failure = new CommandFailure(ExitCode.BAD_PICTURE, file + ": " + why);
    failure.initCause(cause);
    return failure;
  }
}
