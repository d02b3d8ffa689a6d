package silverpoint.cli.terminal;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is said of arguments that cannot be read, in words for people. */
public final class UsageWords {
  /** Stands for bytes that are no letters. */
  private static final char UNREADABLE = '\uFFFD';

  private UsageWords() {}

  /** Numbers and paths are read by these, since the words of the library are for programmers. */
  public static void register(CommandLine command) {
    register(command, Integer.class, int.class, Integer::valueOf, "a whole number");
    register(command, Long.class, long.class, Long::valueOf, "a whole number");
    register(command, Double.class, double.class, Double::valueOf, "a number");
    command.registerConverter(Path.class, UsageWords::path);
  }

  private static <N> void register(
      CommandLine command, Class<N> boxed, Class<N> plain, ITypeConverter<N> read, String what) {
    ITypeConverter<N> converter =
        text -> {
          try {
            return read.convert(text);
          } catch (NumberFormatException e) {
            throw new TypeConversionException("'" + text + "' is not " + what);
          }
        };
    command.registerConverter(boxed, converter);
    command.registerConverter(plain, converter);
  }

  /** Fails in words where the locale cannot write a name. */
  public static Path path(String text) {
    if (text.indexOf(UNREADABLE) >= 0) {
      throw new TypeConversionException(
          "'" + text + "' is not written in UTF-8; give the file another name");
    }
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new TypeConversionException(
          "'" + text + "' has letters that this locale cannot write; set LC_ALL=C.UTF-8");
    }
  }

  /** Why arguments are refused, and where to read more. */
  public static String of(ParameterException exception) {
    String command = exception.getCommandLine().getCommandSpec().qualifiedName();
    return what(exception) + "; see '" + command + " --help'";
  }

  private static String what(ParameterException exception) {
    if (!(exception instanceof UnmatchedArgumentException unmatched)) {
      return String.valueOf(exception.getMessage());
    }
    String word = unmatched.getUnmatched().getFirst();
    CommandLine command = unmatched.getCommandLine();
    String what =
        unmatched.isUnknownOption()
            ? "there is no option '" + word + "'"
            : command.getSubcommands().isEmpty()
                ? "'" + word + "' is one word too many"
                : "there is no command '" + word + "'";
    Stream<String> known =
        unmatched.isUnknownOption()
            ? command.getCommandSpec().optionsMap().keySet().stream()
            : command.getSubcommands().keySet().stream();
    return known
        .filter(name -> slips(word, name) <= Math.min(2, word.length() / 2 - 1))
        .min(Comparator.comparingInt(name -> slips(word, name)))
        .map(name -> what + "; did you mean " + name + "?")
        .orElse(what);
  }

  /** Letters left out, added, mistaken or swapped with their neighbour (Damerau, restricted). */
  private static int slips(String a, String b) {
    int[][] slips = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          slips[i][j] = i + j;
          continue;
        }
        int mistaken = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int least = Math.min(slips[i - 1][j], slips[i][j - 1]) + 1;
        least = Math.min(least, slips[i - 1][j - 1] + mistaken);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          least = Math.min(least, slips[i - 2][j - 2] + 1);
        }
        slips[i][j] = least;
      }
    }
    return slips[a.length()][b.length()];
  }
}
