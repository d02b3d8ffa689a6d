package silverpoint.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import silverpoint.cli.terminal.Within;
import silverpoint.kiosk.web.TerminalCommand;
import silverpoint.machine.motion.MotionSettings;
import silverpoint.machine.plotter.Knobs;

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
  @Within(least = -MOST_MM, most = MOST_MM)
  private double xMm;

  @Option(names = "--y", paramLabel = "MM", description = "Down; negative up.")
  @Within(least = -MOST_MM, most = MOST_MM)
  private double yMm;

  @Override
  public Integer call() {
    return machine.tell(
        spec,
        session -> {
          session.machine().unlock();
          MotionSettings motion = session.profile().motion();
          new Knobs(session.machine()::turn, motion)
              .turn(
                  (int) Math.round(xMm * motion.x().stepsPerMm()),
                  (int) Math.round(yMm * motion.y().stepsPerMm()));
          return "the stylus stands about "
              + session.near()
              + "; '"
              + TerminalCommand.with("home")
              + "' makes it certain";
        });
  }
}
