package silverpoint.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import silverpoint.cli.output.LineReport;
import silverpoint.cli.output.SketchFiles;
import silverpoint.cli.terminal.RecordJson;
import silverpoint.cli.terminal.Span;
import silverpoint.kiosk.app.Places;
import silverpoint.kiosk.config.MachineProfile;
import silverpoint.kiosk.config.MachineProfiles;
import silverpoint.kiosk.config.Mounting;
import silverpoint.machine.simulator.Simulation;
import silverpoint.picture.stroke.Page;
import silverpoint.sketch.PlannedLine;

/** What {@code draw} and {@code trace} share: for which machine, where to, and what is said. */
final class ResultOptions {
  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec command;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Folder for the results; made when it is not there.")
  private @Nullable Path out;

  @Option(
      names = "--machine",
      paramLabel = "NAME",
      defaultValue = "classic",
      description = "Profile in the folder machines of the settings (default: ${DEFAULT-VALUE}).")
  private String machine = "classic";

  @Option(
      names = "--mounting",
      paramLabel = "HOW",
      description =
          "How the toy stands: ${COMPLETION-CANDIDATES}; without it, as the machine's profile says.")
  private @Nullable Mounting mounting;

  @Mixin private AnimationOption animation = new AnimationOption();

  @Mixin private PlotFileOptions plotFiles = new PlotFileOptions();

  @Option(names = "--json", description = "Print the report on standard output, nothing else.")
  private boolean json;

  /** The folder, which takes files. */
  SketchFiles files() {
    SketchFiles files = SketchFiles.in(Objects.requireNonNull(out));
    animation.requireFolder();
    plotFiles.requireFolder();
    return files;
  }

  MachineProfile profile() {
    MachineProfiles profiles = Places.usual().machines();
    return mounting == null ? profiles.load(machine) : profiles.load(machine, mounting);
  }

  /** Stage lines go to standard error, so that standard output stays clean. */
  void tell(String line) {
    if (!json) {
      PrintWriter err = Objects.requireNonNull(command).commandLine().getErr();
      err.println("  " + line);
      err.flush();
    }
  }

  /** What a person should know whatever else is printed. */
  void warn(String line) {
    PrintWriter err = Objects.requireNonNull(command).commandLine().getErr();
    err.println("silverpoint: " + line);
    err.flush();
  }

  /**
   * The last word: the whole report as JSON where that is wanted, else one line.
   *
   * @param what has been made, such as {@code "traced: "}
   */
  void tellResult(Object report, String what, LineReport line, SketchFiles files) {
    PrintWriter standardOut = Objects.requireNonNull(command).commandLine().getOut();
    if (json) {
      standardOut.println(RecordJson.pretty(report));
    } else {
      standardOut.printf(
          Locale.ROOT,
          "%s%d strokes, one line of %.2f m, %.1f %% above the lower bound, %s on"
              + " the machine; see %s%n",
          what,
          line.strokes(),
          line.routeMm() / 1000,
          100 * line.optimalityGap(),
          Span.words(line.drawTimeS()),
          files.directory().resolve(SketchFiles.DRAWING));
    }
    standardOut.flush();
  }

  /** Writes the line for other machines where that is wanted. */
  void writePlotFiles(MachineProfile profile, PlannedLine line) {
    plotFiles.write(profile, line).ifPresent(this::tell);
  }

  /** Writes the animation where one is wanted. */
  void animate(Page page, Simulation simulation) {
    animation.write(page, simulation);
  }
}
