package silverpoint.cli;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import silverpoint.config.MachineProfile;
import silverpoint.config.ProfileEditor;
import silverpoint.plotter.Calibration;
import silverpoint.plotter.CalibrationEye;
import silverpoint.plotter.Knobs;
import silverpoint.plotter.SimulatedEye;

/** Measures scale and play of a toy, and writes them into its profile at the very end. */
@Command(
    name = "calibrate",
    description =
        "Measures scale and play. Real motors: a person watches the stylus and answers; simulated"
            + " ones: a simulated eye does.",
    mixinStandardHelpOptions = true)
final class CalibrateCommand implements Callable<Integer> {
  /** A tenth of the line's width. */
  private static final double SHARPNESS_OF_LINE = 0.1;

  @Spec private @Nullable CommandSpec spec;

  @Mixin private MachineOptions machine = new MachineOptions();

  @Option(names = "--write", description = "Write what was measured into the profile.")
  private boolean write;

  @Override
  public Integer call() {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    try (MachineSession session = MachineSession.open(machine, out::println)) {
      MachineProfile profile = session.profile();
      CalibrationEye eye =
          session
              .simulated()
              .<CalibrationEye>map(simulated ->
                  new SimulatedEye(
                      simulated.toy(), SHARPNESS_OF_LINE * profile.page().lineWidthMm()))
              .orElseGet(() -> new ConsoleEye(console(), out));
      Calibration.Result result =
          new Calibration(
                  new Knobs(session.machine()::turn, profile.motion()),
                  eye,
                  profile.motion(),
                  profile.page().drawableMm(),
                  profile.home().pointMm())
              .run();
      tell(out, "x", result.x());
      tell(out, "y", result.y());
      if (write) {
        ProfileEditor.set(machine.profileFile(), values(result), LocalDate.now());
        out.println(
            "written to " + machine.profileFile() + "; now jog to the corner and run 'home'");
      } else {
        out.println("nothing is written; --write puts these values into the profile");
      }
      out.flush();
    }
    return ExitCode.OK;
  }

  private static BufferedReader console() {
    return new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
  }

  private static void tell(PrintWriter out, String axis, Calibration.Measured measured) {
    out.printf(
        Locale.ROOT,
        "%s: %.2f steps/mm, play %d steps (%.2f mm; to the negative side %d, to the positive %d)%n",
        axis,
        measured.stepsPerMm(),
        measured.backlashSteps(),
        measured.backlashSteps() / measured.stepsPerMm(),
        measured.toNegativeSteps(),
        measured.toPositiveSteps());
  }

  private static Map<String, String> values(Calibration.Result result) {
    Map<String, String> values = new LinkedHashMap<>();
    put(values, "motion.x.", result.x());
    put(values, "motion.y.", result.y());
    return values;
  }

  private static void put(Map<String, String> values, String axis, Calibration.Measured measured) {
    values.put(axis + "stepsPerMm", String.format(Locale.ROOT, "%.3f", measured.stepsPerMm()));
    values.put(axis + "backlashSteps", String.valueOf(measured.backlashSteps()));
  }
}
