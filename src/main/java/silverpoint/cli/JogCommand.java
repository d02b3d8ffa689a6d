package silverpoint.cli;

import java.io.PrintWriter;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import silverpoint.motion.MotionSettings;
import silverpoint.plotter.Knobs;
import silverpoint.plotter.PlotterException;

/** Turns the knobs by hand, so to speak. */
@Command(
    name = "jog",
    description = "Turns the knobs by millimetres of stylus travel; play is not made up for.",
    mixinStandardHelpOptions = true)
final class JogCommand implements Callable<Integer> {
  private static final double MOST_MM = 300;

  @Spec private @Nullable CommandSpec spec;

  @Mixin private MachineOptions machine = new MachineOptions();

  @Option(names = "--x", paramLabel = "MM", description = "To the right; negative to the left.")
  private double xMm;

  @Option(names = "--y", paramLabel = "MM", description = "Down; negative up.")
  private double yMm;

  @Override
  public Integer call() {
    if (!(Math.abs(xMm) <= MOST_MM && Math.abs(yMm) <= MOST_MM)) {
      throw new PlotterException("a jog goes at most " + MOST_MM + " mm: " + xMm + ", " + yMm);
    }
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    try (MachineSession session = MachineSession.open(machine, out::println)) {
      MotionSettings motion = session.profile().motion();
      new Knobs(session.machine()::turn, motion)
          .turn(
              (int) Math.round(xMm * motion.x().stepsPerMm()),
              (int) Math.round(yMm * motion.y().stepsPerMm()));
      out.println(
          "the stylus stands about " + session.near() + "; 'silverpoint home' makes it certain");
      out.flush();
    }
    return ExitCode.OK;
  }
}
