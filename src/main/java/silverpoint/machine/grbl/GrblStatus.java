package silverpoint.machine.grbl;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a board says when it is asked with '?'.
 *
 * @param state the part of it before a colon
 * @param rests whether a hold has come to rest
 * @param mm coordinates of its axes, x first, of the machine or of the work piece, as the board is
 *     set up
 */
record GrblStatus(State state, boolean rests, List<Double> mm) {
  /** Words of GRBL 1.1. */
  enum State {
    IDLE,
    RUN,
    HOLD,
    JOG,
    ALARM,
    DOOR,
    CHECK,
    HOME,
    SLEEP,
    /** of grblHAL: it waits for a tool change */
    TOOL
  }

  GrblStatus {
    mm = List.copyOf(mm);
  }

  boolean isMoving() {
    return switch (state) {
      case RUN, JOG, HOME -> true;
      case HOLD -> !rests;
      case IDLE, ALARM, DOOR, CHECK, SLEEP, TOOL -> false;
    };
  }

  /** Empty for what is no report, such as one that was cut off on its way. */
  static Optional<GrblStatus> parse(String line) {
    if (!line.startsWith("<") || !line.endsWith(">")) {
      return Optional.empty();
    }
    String[] fields = line.substring(1, line.length() - 1).split("\\|");
    try {
      State state = State.valueOf(fields[0].split(":")[0].toUpperCase(Locale.ROOT));
      for (String field : fields) {
        if (field.startsWith("MPos:") || field.startsWith("WPos:")) {
          List<Double> mm = numbers(field.substring(5));
          return mm.size() < 2
              ? Optional.empty()
              : Optional.of(new GrblStatus(state, fields[0].endsWith(":0"), mm));
        }
      }
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static List<Double> numbers(String text) {
    List<Double> numbers = new ArrayList<>();
    for (String number : text.split(",")) {
      numbers.add(Double.valueOf(number));
    }
    return numbers;
  }
}
