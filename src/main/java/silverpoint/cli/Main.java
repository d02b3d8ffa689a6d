package silverpoint.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.logging.LogManager;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;
import silverpoint.cli.terminal.CannotWrite;
import silverpoint.cli.terminal.CommandFailure;
import silverpoint.cli.terminal.ExitCode;
import silverpoint.cli.terminal.UsageWords;
import silverpoint.cli.terminal.Within;
import silverpoint.foundation.inference.ModelException;
import silverpoint.foundation.inference.ProcessorException;
import silverpoint.kiosk.access.AccessException;
import silverpoint.kiosk.access.SecretFileException;
import silverpoint.kiosk.app.InUseException;
import silverpoint.kiosk.app.Places;
import silverpoint.kiosk.app.ProgramVersion;
import silverpoint.kiosk.camera.CameraException;
import silverpoint.kiosk.config.ConfigException;
import silverpoint.kiosk.history.HistoryException;
import silverpoint.kiosk.web.TerminalCommand;
import silverpoint.kiosk.web.WebException;
import silverpoint.lab.evaluation.EvaluationException;
import silverpoint.machine.plotter.PlotterException;

/** Entry point: one line for every failure, a stack trace only with --trace. */
@Command(
    name = "silverpoint",
    description = "Draws a face as one line, for a real Etch-a-Sketch.",
    mixinStandardHelpOptions = true,
    subcommands = {
      RunCommand.class,
      DrawCommand.class,
      TraceCommand.class,
      PortraitsCommand.class,
      BenchCommand.class,
      CameraCommand.class,
      DoctorCommand.class,
      HistoryCommand.class,
      PlotCommand.class,
      JogCommand.class,
      HomeCommand.class,
      MotorsOffCommand.class,
      ParkCommand.class,
      TestPatternCommand.class,
      CalibrateCommand.class,
      StaffPinCommand.class,
      ApiKeyCommand.class,
      CompletionCommand.class
    })
public final class Main {
  @Option(
      names = "--trace",
      scope = ScopeType.INHERIT,
      description = "Show the stack trace of a failure.")
  private boolean trace;

  public static void main(String[] arguments) {
    // what is written and said is in English, digits included, wherever the computer stands
    Locale.setDefault(Locale.ROOT);
    quietLogging();
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    Main main = new Main();
    CommandLine line =
        new CommandLine(main)
            .setCommandName(TerminalCommand.program())
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setExecutionStrategy(main::execute)
            .setParameterExceptionHandler((exception, arguments) -> {
              say(exception.getCommandLine().getErr(), UsageWords.of(exception));
              return ExitCode.USAGE;
            })
            .setExecutionExceptionHandler(
                (exception, command, parsed) -> main.failed(exception, command));
    UsageWords.register(line);
    Map<String, String> codes = new LinkedHashMap<>();
    ExitCode.MEANINGS.forEach((code, meaning) -> codes.put(code.toString(), meaning));
    Stream.concat(Stream.of(line), line.getSubcommands().values().stream())
        .map(CommandLine::getCommandSpec)
        .map(spec -> spec.versionProvider(Main::version).usageMessage())
        .forEach(usage -> usage.exitCodeListHeading("%nExit codes:%n").exitCodeList(codes));
    return line;
  }

  /** Read only when somebody asks. */
  private static String[] version() {
    return new String[] {"silverpoint " + ProgramVersion.number()};
  }

  private int execute(ParseResult parsed) {
    Within.Check.of(parsed);
    try {
      return new CommandLine.RunLast().execute(parsed);
    } catch (Error e) {
      return failed(e, parsed.commandSpec().commandLine());
    }
  }

  private int failed(Throwable thrown, CommandLine command) {
    Throwable failure =
        thrown instanceof FileSystemException full && full.getFile() != null
            ? CannotWrite.failure(Path.of(full.getFile()), full)
            : thrown;
    say(command.getErr(), lineOf(failure));
    if (trace) {
      failure.printStackTrace(command.getErr());
    }
    return codeOf(failure);
  }

  private static void say(PrintWriter err, String line) {
    err.println("silverpoint: " + line.replaceAll("\\s*\\R\\s*", " "));
    err.flush();
  }

  static String lineOf(Throwable failure) {
    if (has(failure, cause -> String.valueOf(cause.getMessage()).contains("native thread"))) {
      return "the system lets this program start too few threads; allow more with: ulimit -u 1024,"
          + " or TasksMax= in the service";
    }
    if (has(failure, cause -> cause instanceof OutOfMemoryError)) {
      return "there is not enough memory for this; a smaller picture, or"
          + " SILVERPOINT_JAVA_OPTS=-Xmx4g where the computer has it, helps";
    }
    if (has(failure, cause -> String.valueOf(cause.getMessage()).contains("Too many open files"))) {
      return "the system lets this program open too few files; allow more with: ulimit -n 1024";
    }
    if (failure instanceof ModelException model) {
      String models = Places.models().toString();
      return model.getMessage()
          + (String.valueOf(model.getMessage()).startsWith(models)
              ? "; restore it: 'git checkout -- models' in a checkout, else install the package again"
              : "");
    }
    return codeOf(failure) == ExitCode.OUR_BUG
        ? "this is our bug, please report it with the output of --trace: " + failure
        : String.valueOf(failure.getMessage());
  }

  private static boolean has(Throwable failure, Predicate<Throwable> kind) {
    return kind.test(failure) || (failure.getCause() != null && has(failure.getCause(), kind));
  }

  static int codeOf(Throwable failure) {
    return switch (failure) {
      case CommandFailure known -> known.exitCode();
      case CameraException camera -> ExitCode.BAD_PICTURE;
      case ModelException model -> ExitCode.BAD_MODEL;
      case ProcessorException processor -> ExitCode.UNFIT;
      case PlotterException plotter -> ExitCode.BAD_MACHINE;
      case HistoryException history -> ExitCode.CANNOT_WRITE;
      case InUseException inUse -> ExitCode.USAGE;
      case EvaluationException evaluation -> ExitCode.BAD_PICTURE;
      case ConfigException config -> ExitCode.USAGE;
      case AccessException access -> ExitCode.USAGE;
      case SecretFileException secrets -> ExitCode.CANNOT_WRITE;
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
