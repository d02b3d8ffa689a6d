package silverpoint.cli.terminal;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.lang.reflect.AnnotatedElement;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The numbers that an option takes, both ends included. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface Within {
  double least();

  double most();

  /** Refuses a command line on which an option has another number. */
  final class Check {
    private Check() {}

    public static void of(ParseResult parsed) {
      if (parsed.hasSubcommand()) {
        of(parsed.subcommand());
      }
      parsed.matchedOptions().forEach(option -> of(option, parsed));
    }

    private static void of(OptionSpec option, ParseResult parsed) {
      Within range =
          option.userObject() instanceof AnnotatedElement field
              ? field.getAnnotation(Within.class)
              : null;
      if (range == null || !(option.getValue() instanceof Number number)) {
        return;
      }
      double value = number.doubleValue();
      if (!(value >= range.least() && value <= range.most())) {
        throw new ParameterException(
            parsed.commandSpec().commandLine(),
            "%s must be %s to %s, not %s"
                .formatted(
                    option.longestName(),
                    plain(range.least()),
                    plain(range.most()),
                    option.originalStringValues().getLast()));
      }
    }

    private static String plain(double value) {
      return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
  }
}
