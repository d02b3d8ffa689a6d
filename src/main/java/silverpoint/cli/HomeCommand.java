package silverpoint.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * Declares that the stylus stands at home. No builder of such machines lets the stylus run against
 * the frame: the cables slip or the motors stall.
 */
@Command(
    name = "home",
    description = "Declares that the stylus stands at the home of the profile; jog it there first.",
    mixinStandardHelpOptions = true)
final class HomeCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Mixin private MachineOptions machine = new MachineOptions();

  @Override
  public Integer call() {
    return machine.tell(
        spec,
        session -> {
          session.machine().unlock();
          session.machine().declareHome();
          return "the stylus stands at home, " + session.near();
        });
  }
}
