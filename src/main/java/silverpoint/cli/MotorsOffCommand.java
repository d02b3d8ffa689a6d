package silverpoint.cli;

import java.io.PrintWriter;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import silverpoint.cli.terminal.ExitCode;
import silverpoint.kiosk.app.MachineChoice;
import silverpoint.machine.driver.GrblBoard;
import silverpoint.machine.grbl.GrblPlotter;
import silverpoint.machine.plotter.MotorRelease;

/** Takes the current off the motors, for a service whose kiosk has ended, however it did. */
@Command(
    name = "motors-off",
    description = {
      "Takes the current off real motors (with --gpio or --grbl) that no program drives any more, such as"
          + " after a kill.",
      "Takes the options of 'run', so that a service can give it the same, and heeds those of the"
          + " machine."
    },
    mixinStandardHelpOptions = true)
final class MotorsOffCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Mixin private RunCommand run = new RunCommand();

  @Override
  public Integer call() {
    MachineChoice machine = run.machine();
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    if (machine.isReal()) {
      if (machine.profile().driver() instanceof GrblBoard board) {
        GrblPlotter.sleep(board);
      } else {
        MotorRelease.release(machine.profile().driver(), machine.chipLabels());
      }
      out.println("the motors of " + machine.name() + " have no current");
    } else {
      out.println("the toy is simulated; --gpio or --grbl takes the current off real motors");
    }
    out.flush();
    return ExitCode.OK;
  }
}
