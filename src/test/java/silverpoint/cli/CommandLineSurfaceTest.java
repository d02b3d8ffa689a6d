package silverpoint.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import silverpoint.Golden;
import silverpoint.cli.terminal.ExitCode;

/** The commands, their options and exit codes: scripts that people have written stay good. */
class CommandLineSurfaceTest {
  @Test
  void commandsAndOptionsAreTheReleasedOnes() {
    List<String> lines = new ArrayList<>();
    describe("silverpoint", Main.commandLine(), lines);
    ExitCode.MEANINGS.keySet().forEach(code -> lines.add("exit " + code));
    Golden.isReleased("command-line.txt", String.join("\n", lines) + "\n");
  }

  private static void describe(String path, CommandLine command, List<String> lines) {
    lines.add(path);
    for (PositionalParamSpec place : command.getCommandSpec().positionalParameters()) {
      lines.add("  %s %s".formatted(place.paramLabel(), place.arity()));
    }
    command.getCommandSpec().options().stream()
        .sorted(Comparator.comparing(OptionSpec::longestName))
        .forEach(option -> lines.add("  " + words(option)));
    Map<String, CommandLine> commands = new TreeMap<>(command.getSubcommands());
    commands.forEach((name, sub) -> describe(path + " " + name, sub, lines));
  }

  private static String words(OptionSpec option) {
    String takes =
        option.arity().max() == 0 ? "" : " " + option.paramLabel() + " " + option.arity();
    return String.join(", ", option.names())
        + takes
        + (option.required() ? " (required)" : "")
        + (option.defaultValue() == null ? "" : " = " + option.defaultValue());
  }
}
