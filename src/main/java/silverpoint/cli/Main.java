package silverpoint.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.logging.LogManager;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import silverpoint.access.AccessException;
import silverpoint.camera.CameraException;
import silverpoint.config.ConfigException;
import silverpoint.history.HistoryException;
import silverpoint.inference.ModelException;
import silverpoint.plotter.PlotterException;
import silverpoint.web.WebException;

/** Entry point: one line for every failure, a stack trace only with --trace. */
@Command(
    name = "silverpoint",
    description = "Draws a face as one line, for a real Etch-a-Sketch.",
    version = "silverpoint 0.1.0",
    mixinStandardHelpOptions = true,
    subcommands = {
      RunCommand.class,
      DrawCommand.class,
      TraceCommand.class,
      PortraitsCommand.class,
      BenchCommand.class,
      CameraCommand.class,
      HistoryCommand.class,
      PlotCommand.class,
      JogCommand.class,
      HomeCommand.class,
      TestPatternCommand.class,
      CalibrateCommand.class,
      StaffPinCommand.class,
      ApiKeyCommand.class
    })
public final class Main implements Runnable {
  @Option(
      names = "--trace",
      scope = ScopeType.INHERIT,
      description = "Show the stack trace of a failure.")
  private boolean trace;

  public static void main(String[] arguments) {
    quietLogging();
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    Main main = new Main();
    return new CommandLine(main)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler((exception, arguments) -> {
          CommandLine command = exception.getCommandLine();
          say(
              command.getErr(),
              exception.getMessage()
                  + "; see '"
                  + command.getCommandSpec().qualifiedName()
                  + " --help'");
          return ExitCode.USAGE;
        })
        .setExecutionExceptionHandler((exception, command, parsed) -> {
          say(command.getErr(), lineOf(exception));
          if (main.trace) {
            exception.printStackTrace(command.getErr());
          }
          return codeOf(exception);
        });
  }

  @Override
  public void run() {
    commandLine().usage(System.out);
  }

  private static void say(PrintWriter err, String line) {
    err.println("silverpoint: " + line.replaceAll("\\s*\\R\\s*", " "));
    err.flush();
  }

  private static String lineOf(Exception exception) {
    return codeOf(exception) == ExitCode.OUR_BUG
        ? "this is our bug, please report it with the output of --trace: " + exception
        : String.valueOf(exception.getMessage());
  }

  private static int codeOf(Exception exception) {
    return switch (exception) {
      case CommandFailure failure -> failure.exitCode();
      case CameraException camera -> ExitCode.BAD_PICTURE;
      case ModelException model -> ExitCode.BAD_MODEL;
      case PlotterException plotter -> ExitCode.BAD_MACHINE;
      case HistoryException history -> ExitCode.CANNOT_WRITE;
      case ConfigException config -> ExitCode.USAGE;
      case AccessException access -> ExitCode.USAGE;
      case WebException web -> ExitCode.USAGE;
      default -> ExitCode.OUR_BUG;
    };
  }

  /** Libraries speak only of what a user can mend. */
  private static void quietLogging() {
    try (InputStream levels = Main.class.getResourceAsStream("logging.properties")) {
      LogManager.getLogManager().readConfiguration(levels);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
