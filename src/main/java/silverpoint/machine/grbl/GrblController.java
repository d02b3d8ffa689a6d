package silverpoint.machine.grbl;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import silverpoint.machine.driver.GrblBoard;
import silverpoint.machine.linux.SerialLine;
import silverpoint.machine.plotter.PlotterException;

/** A board that answers: greeted, asked, and told one thing at a time. */
final class GrblController implements AutoCloseable {
  /** A board that says nothing for so long is asked for its status. */
  static final int QUIET_MS = 50;

  /** GRBL answers a question within 20 ms; a busy computer may not look for a second. */
  static final int ANSWER_MS = 5000;

  /** Some boards start over when their port is opened, which takes two seconds. */
  private static final int GREETINGS = 8;

  private static final int GREETING_MS = 1000;

  /** Reports have three decimals: more steps for a millimetre than that tells cannot be counted. */
  private static final double MOST_STEPS_PER_MM = 990;

  private static final int REPORT_INCHES = 13;
  private static final int SOFT_LIMITS = 20;
  private static final int LASER_MODE = 32;
  private static final int FIRST_STEPS_PER_MM = 100;

  /** A device that talks on and is no board is listened to so often. */
  private static final int MOST_READINGS = 200;

  /** What our own stop of a moving board is to it. */
  private static final int RESET_IN_MOTION = 3;

  /** After these GRBL hears nothing but a reset: a limit switch, a target beyond its travel. */
  private static final Set<Integer> DEAFENING = Set.of(1, 2);

  /** An alarm before the board was greeted. */
  private static final int EARLIER_ALARM = -1;

  private final GrblLink link;
  private final GrblBoard board;
  private final Map<Integer, Double> settings = new HashMap<>();
  private int lastAlarm;
  private boolean isDeaf;

  private GrblController(GrblLink link, GrblBoard board) {
    this.link = link;
    this.board = board;
  }

  /** Greets the board; where it does not answer, or is set up such that it cannot draw, says so. */
  static GrblController greet(SerialLine line, GrblBoard board) {
    GrblController controller = new GrblController(new GrblLink(line), board);
    try {
      boolean slept = controller.sleeps();
      controller.reset();
      controller.command("$$");
      controller.requireSettings();
      controller.enter(slept);
      return controller;
    } catch (RuntimeException | Error e) {
      line.close();
      throw e;
    }
  }

  /** Whether it says so before it is reset; some boards say nothing then. */
  private boolean sleeps() {
    link.realTime(GrblLink.STATUS);
    return link.read(2 * QUIET_MS).stream()
        .anyMatch(reply ->
            reply instanceof GrblReply.Status told
                && told.status().state() == GrblStatus.State.SLEEP);
  }

  /** A board that was only put to sleep is woken; one that an alarm has locked stays locked. */
  private void enter(boolean slept) {
    if (status().state() == GrblStatus.State.ALARM) {
      if (slept) {
        command("$X");
      } else {
        lastAlarm = lastAlarm == 0 ? EARLIER_ALARM : lastAlarm;
      }
    }
  }

  GrblLink link() {
    return link;
  }

  GrblAxes axes() {
    return new GrblAxes(board, stepsPerMm(board.x()), stepsPerMm(board.y()));
  }

  private double stepsPerMm(GrblBoard.Axis axis) {
    return settings.getOrDefault(FIRST_STEPS_PER_MM + axis.axis().ordinal(), 0.0);
  }

  private void requireSettings() {
    for (GrblBoard.Axis axis : List.of(board.x(), board.y())) {
      if (!(stepsPerMm(axis) > 0 && stepsPerMm(axis) <= MOST_STEPS_PER_MM)) {
        throw new PlotterException(
            "the board's $%d is %s; set it to the motor's steps for a millimetre, at most 990"
                .formatted(FIRST_STEPS_PER_MM + axis.axis().ordinal(), stepsPerMm(axis)));
      }
    }
    requireOff(REPORT_INCHES, "the board reports inches");
    requireOff(SOFT_LIMITS, "the board has soft limits, which need homing");
    requireOff(LASER_MODE, "the board is in laser mode");
  }

  private void requireOff(int setting, String what) {
    if (settings.getOrDefault(setting, 0.0) != 0) {
      throw new PlotterException("%s; set $%d=0".formatted(what, setting));
    }
  }

  /** Starts the board over: what it had to do is forgotten; where it rests it knows its place. */
  void reset() {
    for (int i = 0; i < GREETINGS; i++) {
      link.realTime(GrblLink.RESET);
      if (welcomed()) {
        isDeaf = false;
        return;
      }
    }
    throw new PlotterException(
        "no GRBL answers at %s with %d baud; is it the board's port, and has it power?"
            .formatted(board.port(), board.baudRate()));
  }

  /** A second welcome may follow, of a board that was starting anyway. */
  private boolean welcomed() {
    boolean welcome = false;
    int silentMs = 0;
    for (int i = 0; i < MOST_READINGS && silentMs < (welcome ? 2 * QUIET_MS : GREETING_MS); i++) {
      List<GrblReply> replies = link.read(QUIET_MS);
      silentMs = replies.isEmpty() ? silentMs + QUIET_MS : 0;
      for (GrblReply reply : replies) {
        welcome |= reply instanceof GrblReply.Welcome;
        note(reply);
      }
    }
    return welcome;
  }

  void note(GrblReply reply) {
    switch (reply) {
      case GrblReply.Alarm alarm -> {
        lastAlarm = alarm.number();
        isDeaf = DEAFENING.contains(lastAlarm);
      }
      case GrblReply.Setting setting -> settings.put(setting.number(), setting.value());
      default -> {}
    }
  }

  /** What a line comes to. */
  void command(String text) {
    link.send(text);
    int silentMs = 0;
    for (int i = 0; i < MOST_READINGS && silentMs < ANSWER_MS; i++) {
      List<GrblReply> replies = link.read(QUIET_MS);
      silentMs = replies.isEmpty() ? silentMs + QUIET_MS : 0;
      for (GrblReply reply : replies) {
        note(reply);
        switch (reply) {
          case GrblReply.Ok _ -> {
            return;
          }
          case GrblReply.Refused refused ->
              throw new PlotterException(
                  "the board refuses '%s': %s".formatted(text, GrblCodes.error(refused.number())));
          case GrblReply.Welcome _ -> throw restarted();
          default -> {}
        }
      }
    }
    throw silent();
  }

  GrblStatus status() {
    if (isDeaf) {
      reset();
    }
    link.realTime(GrblLink.STATUS);
    int silentMs = 0;
    for (int i = 0; i < MOST_READINGS && silentMs < ANSWER_MS; i++) {
      List<GrblReply> replies = link.read(QUIET_MS);
      silentMs = replies.isEmpty() ? silentMs + QUIET_MS : 0;
      for (GrblReply reply : replies) {
        note(reply);
        if (reply instanceof GrblReply.Status told) {
          return told.status();
        }
      }
    }
    throw silent();
  }

  /** Refuses a board that does not wait for a line. */
  void requireIdle() {
    GrblStatus status = status();
    switch (status.state()) {
      case IDLE -> {}
      case ALARM ->
          throw new PlotterException(
              "the board is locked%s; look at the machine: a jog, or declaring home, unlocks it"
                  .formatted(lastAlarm <= 0 ? "" : " by " + GrblCodes.alarm(lastAlarm)));
      case SLEEP -> throw new PlotterException("the board sleeps; take the stop back");
      case CHECK -> throw new PlotterException("the board only checks what it gets; send it $C");
      case HOLD, DOOR ->
          throw new PlotterException("the board is held by its own switch, or its door is open");
      case RUN, JOG, HOME, TOOL ->
          throw new PlotterException("the board is busy: " + status.state());
    }
  }

  /**
   * Takes from a board what it has yet to do: it is held, and reset when it rests, so that it goes
   * on to know its place.
   */
  void bringToRest() {
    link.realTime(GrblLink.HOLD);
    for (int waitedMs = 0; waitedMs < ANSWER_MS && status().isMoving(); waitedMs += QUIET_MS) {
      link.read(QUIET_MS);
    }
    reset();
  }

  /** Takes the current off the motors; it sleeps until it is reset, and is locked then. */
  void sleep() {
    link.send("$SLP");
    link.read(QUIET_MS);
  }

  /** Undoes {@link #sleep}, unless the board had an alarm of its own before. */
  void wake() {
    if (status().state() == GrblStatus.State.SLEEP) {
      reset();
    }
    if (status().state() == GrblStatus.State.ALARM
        && (lastAlarm == 0 || lastAlarm == RESET_IN_MOTION)) {
      command("$X");
      lastAlarm = 0;
    }
  }

  /** Unlocks a board that is in alarm. */
  void unlock() {
    if (status().state() == GrblStatus.State.SLEEP) {
      reset();
    }
    if (status().state() == GrblStatus.State.ALARM) {
      command("$X");
      lastAlarm = 0;
    }
  }

  PlotterException silent() {
    return new PlotterException(
        "the board at %s does not answer; check its cable and its power".formatted(board.port()));
  }

  static PlotterException restarted() {
    return new PlotterException(
        "the board has started over by itself; check its power, and who pressed its reset");
  }

  @Override
  public void close() {
    link.close();
  }
}
