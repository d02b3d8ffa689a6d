package silverpoint.machine.grbl;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A line that a board sends. */
sealed interface GrblReply {
  Pattern NUMBERED = Pattern.compile("(error|ALARM):(\\d{1,4})");
  Pattern SETTING = Pattern.compile("\\$(\\d{1,4})=(-?\\d+(?:\\.\\d+)?).*");
  Pattern WELCOME = Pattern.compile("(?i)grbl(hal)? +\\d.*");

  /** A line was taken. */
  record Ok() implements GrblReply {}

  /** A line was refused. */
  record Refused(int number) implements GrblReply {}

  /** The board has locked itself. */
  record Alarm(int number) implements GrblReply {}

  /** The board has started. */
  record Welcome() implements GrblReply {}

  record Status(GrblStatus status) implements GrblReply {}

  record Setting(int number, double value) implements GrblReply {}

  /** A message for people, or a line that was damaged on its way. */
  record Other() implements GrblReply {}

  static GrblReply parse(String line) {
    if (line.equals("ok")) {
      return new Ok();
    }
    Matcher numbered = NUMBERED.matcher(line);
    if (numbered.matches()) {
      int number = Integer.parseInt(numbered.group(2));
      return numbered.group(1).equals("error") ? new Refused(number) : new Alarm(number);
    }
    Matcher setting = SETTING.matcher(line);
    if (setting.matches()) {
      return new Setting(Integer.parseInt(setting.group(1)), Double.parseDouble(setting.group(2)));
    }
    if (WELCOME.matcher(line).matches()) {
      return new Welcome();
    }
    return GrblStatus.parse(line).<GrblReply>map(Status::new).orElseGet(Other::new);
  }
}
