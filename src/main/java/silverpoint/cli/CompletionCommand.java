package silverpoint.cli;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import silverpoint.cli.terminal.ExitCode;

/** What a shell needs to know of the commands and their options. */
@Command(
    name = "completion",
    description =
        "Prints what completes commands and options in bash and zsh, to be read by the shell:"
            + " source <(silverpoint completion). The package has it installed.",
    mixinStandardHelpOptions = true)
final class CompletionCommand implements Callable<Integer> {
  /** Shells know a command by the last part of its path. */
  private static final String NAME = "silverpoint";

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    CommandLine all = Main.commandLine().setCommandName(NAME);
    Objects.requireNonNull(spec).commandLine().getOut().print(AutoComplete.bash(NAME, all));
    return ExitCode.OK;
  }
}
