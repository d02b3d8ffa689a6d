package silverpoint.cli;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import silverpoint.cli.terminal.CannotWrite;
import silverpoint.cli.terminal.ExitCode;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.image.ImageFiles;
import silverpoint.kiosk.app.MachineSession;
import silverpoint.machine.calibration.TestPattern;
import silverpoint.machine.motion.MotionPlan;
import silverpoint.machine.simulator.Fidelity;
import silverpoint.machine.simulator.StylusTrace;
import silverpoint.sketch.preview.ToyPicture;

/**
 * Draws what shows the faults of a machine: a frame (scale and skew), stairs and a circle (play:
 * steps become uneven, the circle gets flats or does not close), and comes back to where it began.
 */
@Command(
    name = "test-pattern",
    description = "Draws a frame, stairs and a circle, and comes back to where it began.",
    mixinStandardHelpOptions = true)
final class TestPatternCommand implements Callable<Integer> {
  private static final double LINE_SPACING_MM = 0.06;

  @Spec private @Nullable CommandSpec spec;

  @Mixin private MachineOptions machine = new MachineOptions();

  @Option(
      names = "--out",
      paramLabel = "PNG",
      description = "Picture of what the simulated toy shows.")
  private @Nullable Path out;

  @Override
  public Integer call() {
    PrintWriter console = Objects.requireNonNull(spec).commandLine().getOut();
    try (MachineSession session = MachineSession.open(machine.choice(), console::println)) {
      Point startMm = session.machine().stylusMm();
      MotionPlan plan =
          session.draw(new TestPattern(session.profile().page().drawableMm()).lineMm(startMm));
      console.printf(
          Locale.ROOT, "drawn in %.0f s, back at %s%n", plan.durationS(), session.near());
      session
          .simulated()
          .ifPresent(simulated -> {
            StylusTrace trace = simulated.toy().trace();
            Fidelity fidelity = Fidelity.of(plan, trace);
            console.printf(
                Locale.ROOT,
                "simulated line against planned line: mean %.3f mm, 95 %% below %.3f mm%n",
                fidelity.meanMm(),
                fidelity.p95Mm());
            if (out != null) {
              write(out, ToyPicture.of(session.profile().page(), trace.lineMm(LINE_SPACING_MM)));
            }
          });
      session.lateness().ifPresent(late -> console.println("steps: " + late));
      console.flush();
    }
    return ExitCode.OK;
  }

  static void write(Path file, BufferedImage picture) {
    try {
      Files.createDirectories(Objects.requireNonNull(file.toAbsolutePath().getParent()));
      Files.write(file, ImageFiles.encodePng(picture));
    } catch (IOException e) {
      throw CannotWrite.failure(file, e);
    }
  }
}
