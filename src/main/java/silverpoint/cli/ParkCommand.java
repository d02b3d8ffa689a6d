package silverpoint.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import silverpoint.machine.plotter.PlotterException;
import silverpoint.machine.plotter.RunOutcome;

/** Brings the stylus to where lines begin, over a drawing that is about to be erased. */
@Command(
    name = "park",
    description = "Brings the stylus to where drawings begin; shake the toy afterwards.",
    mixinStandardHelpOptions = true)
final class ParkCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Mixin private MachineOptions machine = new MachineOptions();

  @Override
  public Integer call() {
    return machine.tell(
        spec,
        session -> {
          if (session.machine().park(session.profile().parkMm()) != RunOutcome.FINISHED) {
            throw new PlotterException("held or stopped on the way; the same command goes on");
          }
          return "the stylus is parked, " + session.near() + "; now shake the toy";
        });
  }
}
