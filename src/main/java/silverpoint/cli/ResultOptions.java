package silverpoint.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import silverpoint.config.MachineProfile;
import silverpoint.config.MachineProfiles;
import silverpoint.config.Mounting;
import silverpoint.image.ImageException;
import silverpoint.preview.ToyAnimation;
import silverpoint.stroke.Page;

/** What {@code draw} and {@code trace} share: for which machine, where to, and what is said. */
final class ResultOptions {
  private static final int ANIMATION_FRAMES = 100;

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
      description = "Profile in kiosk-config/machines (default: ${DEFAULT-VALUE}).")
  private String machine = "classic";

  @Option(
      names = "--mounting",
      paramLabel = "HOW",
      description =
          "How the toy stands: ${COMPLETION-CANDIDATES}; without it, as the machine's profile says.")
  private @Nullable Mounting mounting;

  @Option(
      names = "--animation",
      paramLabel = "FILE",
      description = "Also write how the simulated toy draws, in a time lapse: .gif or .mp4.")
  private @Nullable Path animation;

  @Option(names = "--json", description = "Print the report on standard output, nothing else.")
  private boolean json;

  /** The folder, which takes files. */
  SketchFiles files() {
    requireAnimation(animation);
    return SketchFiles.in(Objects.requireNonNull(out));
  }

  MachineProfile profile() {
    MachineProfiles profiles = new MachineProfiles(Places.machines());
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

  /**
   * The last word: the whole report as JSON where that is wanted, else one line.
   *
   * @param what has been made, such as {@code "traced: "}
   */
  void tellResult(Object report, String what, LineReport line, SketchFiles files) {
    PrintWriter standardOut = Objects.requireNonNull(command).commandLine().getOut();
    if (json) {
      standardOut.println(Json.pretty(report));
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

  /** Writes the animation where one is wanted. */
  void animate(Page page, Simulation simulation) {
    animate(animation, page, simulation);
  }

  /** Writes the animation where one is wanted. */
  static void animate(@Nullable Path file, Page page, Simulation simulation) {
    if (file != null) {
      ToyAnimation animation = new ToyAnimation(page, simulation.piecesMm(ANIMATION_FRAMES));
      try {
        if (ends(file, ".mp4")) {
          animation.mp4(file);
        } else {
          Files.write(file, animation.gif());
        }
      } catch (IOException e) {
        throw new CommandFailure(
            ExitCode.CANNOT_WRITE, file + " cannot be written: " + e.getMessage());
      } catch (ImageException e) {
        throw new CommandFailure(ExitCode.CANNOT_WRITE, String.valueOf(e.getMessage()));
      }
    }
  }

  static void requireAnimation(@Nullable Path file) {
    if (file != null && !ends(file, ".gif") && !ends(file, ".mp4")) {
      throw new CommandFailure(
          ExitCode.USAGE,
          "--animation writes a GIF or an MP4: its name must end in .gif or .mp4, not " + file);
    }
  }

  private static boolean ends(Path file, String suffix) {
    return file.toString().toLowerCase(Locale.ROOT).endsWith(suffix);
  }
}
