package silverpoint.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import picocli.CommandLine;

/**
 * What a command answers that is called in the test's own process.
 *
 * @param exitCode what it ended with
 * @param out on standard output
 * @param err on standard error
 */
record Called(int exitCode, String out, String err) {
  static Called of(String... arguments) {
    return of(Main.commandLine(), arguments);
  }

  static Called of(CommandLine command, String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    command.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    int exitCode = command.execute(arguments);
    return new Called(exitCode, out.toString(), err.toString());
  }

  /** Lines that say why it failed. */
  List<String> complaints() {
    return err.lines().filter(line -> line.startsWith("silverpoint: ")).toList();
  }
}
