package silverpoint.machine.grbl;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import silverpoint.machine.linux.SerialException;
import silverpoint.machine.linux.SerialLine;
import silverpoint.machine.simulator.SimulatedDriver.StepListener;

/**
 * A board with GRBL 1.1, written from its protocol: a buffer of 128 bytes of which what does not
 * fit is lost, a planner of 16 blocks, real-time commands that are taken out of the stream, status
 * reports, alarms, errors by number, and coordinates in 32-bit floats. Its time passes while a
 * reader waits, a millisecond at a time, and is that of nobody else. Its motors count steps.
 */
final class GrblSimulator implements SerialLine {
  static final double X_STEPS_PER_MM = 80;
  static final double Y_STEPS_PER_MM = 250;

  private static final int BUFFER_BYTES = 128;
  private static final int PLANNER_BLOCKS = 16;
  private static final double ACCELERATION_MM_PER_S2 = 300;
  private static final double SLOWEST_MM_PER_S = 0.5;

  /** The cosine of the least angle that is a corner. */
  private static final double STRAIGHT = 0.95;

  private static final Pattern WORD = Pattern.compile("([A-Z])(-?[0-9]+(?:\\.[0-9]+)?)");

  /** States that it can be in. */
  enum State {
    IDLE,
    RUN,
    HOLD,
    ALARM,
    SLEEP
  }

  /** With its direction, and its speed in mm/s. */
  private record Block(long xSteps, long ySteps, double mm, double xMm, double yMm, double feed) {}

  final TreeMap<Integer, String> settings = new TreeMap<>();
  private final Deque<Byte> received = new ArrayDeque<>();
  private final StringBuilder text = new StringBuilder();
  private final Deque<Block> planner = new ArrayDeque<>();
  private final ByteArrayOutputStream toSend = new ByteArrayOutputStream();
  private final TreeMap<Long, List<Runnable>> events = new TreeMap<>();

  private StepListener motors = (x, y, timeNs) -> {};
  private long nowMs;
  private State state = State.IDLE;
  private boolean plugged = true;
  private boolean waiting;
  private boolean isDeaf;
  private String waitingLine = "";

  /** Steps of the motors since the board was built: the truth. */
  private long xMotor;

  private long yMotor;

  /** The same since the board was switched on: what it believes. */
  private long xSteps;

  private long ySteps;
  private long xFrom;
  private long yFrom;
  private double alongMm;
  private double speed;
  private long xPlanned;
  private long yPlanned;
  private float xOffset;
  private float yOffset;
  private float feed;
  private int lostBytes;
  private int lineCount;
  private int drop = -1;
  private int garble = -1;

  GrblSimulator() {
    settings.put(0, "10");
    settings.put(1, "25");
    settings.put(10, "1");
    settings.put(13, "0");
    settings.put(20, "0");
    settings.put(22, "0");
    settings.put(32, "0");
    settings.put(100, "80.000");
    settings.put(101, "250.000");
    settings.put(102, "250.000");
    settings.put(120, "1000.000");
  }

  long xMotor() {
    return xMotor;
  }

  long yMotor() {
    return yMotor;
  }

  /** Bytes that came when the buffer was full. */
  int lostBytes() {
    return lostBytes;
  }

  long nowMs() {
    return nowMs;
  }

  State state() {
    return state;
  }

  int lineCount() {
    return lineCount;
  }

  /** Tells a toy of every step. */
  void turns(StepListener toy) {
    motors = toy;
  }

  /** Does something when so much time has passed from now. */
  synchronized void after(long ms, Runnable what) {
    events.computeIfAbsent(nowMs + ms, _ -> new ArrayList<>()).add(what);
  }

  /** Loses one byte of those that come, the so-and-so-many-th from now. */
  void dropByte(int from) {
    drop = from;
  }

  /** Makes another letter of one byte of those that come. */
  void garbleByte(int from) {
    garble = from;
  }

  /** Pulls the plug: the board loses its power and its memory, and its motors stay. */
  synchronized void unplug() {
    plugged = false;
  }

  /** Switches it on again. */
  synchronized GrblSimulator plugIn() {
    plugged = true;
    isDeaf = false;
    state = "1".equals(settings.get(22)) ? State.ALARM : State.IDLE;
    xSteps = 0;
    ySteps = 0;
    toSend.reset();
    restart();
    return this;
  }

  /** What a limit switch does: it hears nothing but a reset then. */
  synchronized void hitLimit() {
    stopAtOnce();
    state = State.ALARM;
    isDeaf = true;
    say("ALARM:1");
  }

  /** What its own feed hold does. */
  synchronized void feedHold() {
    realTime((byte) '!');
  }

  /** Starts over as when its supply breaks down for a moment. */
  synchronized void brownOut() {
    stopAtOnce();
    xSteps = 0;
    ySteps = 0;
    restart();
  }

  @Override
  public byte[] read(int timeoutMs) {
    for (int waited = 0; waited < timeoutMs; waited++) {
      synchronized (this) {
        if (!plugged) {
          throw new SerialException("the board has gone");
        }
        if (toSend.size() > 0) {
          break;
        }
        tick();
      }
    }
    synchronized (this) {
      byte[] sent = toSend.toByteArray();
      toSend.reset();
      return sent;
    }
  }

  @Override
  public synchronized void write(byte[] bytes) {
    if (!plugged) {
      throw new SerialException("the board has gone");
    }
    for (byte sent : bytes) {
      byte came = garble == 0 ? (byte) (sent ^ 0x01) : sent;
      boolean lost = drop == 0;
      drop--;
      garble--;
      if (lost) {
        continue;
      }
      if (came == 0x18 || came == '?' || came == '!' || came == '~') {
        realTime(came);
      } else if (received.size() >= BUFFER_BYTES) {
        lostBytes++;
      } else {
        received.add(came);
      }
    }
  }

  @Override
  public void close() {}

  /** A millisecond. */
  synchronized void tick() {
    nowMs++;
    while (!events.isEmpty() && events.firstKey() <= nowMs) {
      events.pollFirstEntry().getValue().forEach(Runnable::run);
    }
    if (!plugged) {
      return;
    }
    if (!isDeaf) {
      readLine();
    }
    move();
  }

  private void realTime(byte command) {
    if (isDeaf && command != 0x18) {
      return;
    }
    switch (command) {
      case 0x18 -> {
        isDeaf = false;
        boolean moves = state == State.RUN || (state == State.HOLD && speed > 0);
        boolean locked = state == State.ALARM || state == State.SLEEP;
        stopAtOnce();
        if (moves) {
          say("ALARM:3");
        }
        state = moves || locked ? State.ALARM : State.IDLE;
        restart();
      }
      case '?' -> report();
      case '!' -> state = state == State.RUN ? State.HOLD : state;
      default -> state = state == State.HOLD && speed == 0 ? State.RUN : state;
    }
  }

  private void stopAtOnce() {
    planner.clear();
    alongMm = 0;
    speed = 0;
    xPlanned = xSteps;
    yPlanned = ySteps;
    state = state == State.RUN || state == State.HOLD ? State.IDLE : state;
  }

  private void restart() {
    planner.clear();
    received.clear();
    text.setLength(0);
    waiting = false;
    alongMm = 0;
    speed = 0;
    feed = 0;
    xOffset = 0;
    yOffset = 0;
    xPlanned = xSteps;
    yPlanned = ySteps;
    say("");
    say("Grbl 1.1h ['$' for help]");
    if (state == State.ALARM) {
      say("[MSG:'$H'|'$X' to unlock]");
    }
  }

  private void report() {
    String name = state.name().charAt(0) + state.name().substring(1).toLowerCase(Locale.ROOT);
    say(
        String.format(
            Locale.ROOT,
            "<%s%s|MPos:%.3f,%.3f,0.000|FS:0,0>",
            name,
            state == State.HOLD ? (speed == 0 ? ":0" : ":1") : "",
            xSteps / X_STEPS_PER_MM,
            ySteps / Y_STEPS_PER_MM));
  }

  /** One line a millisecond, and none while the planner is full. */
  private void readLine() {
    if (waiting) {
      if (planner.size() < PLANNER_BLOCKS) {
        waiting = false;
        say(executed(waitingLine));
      }
      return;
    }
    while (!received.isEmpty()) {
      byte letter = received.remove();
      if (letter == '\n') {
        String line = text.toString();
        text.setLength(0);
        lineCount++;
        if (line.startsWith("G1") && planner.size() >= PLANNER_BLOCKS) {
          waiting = true;
          waitingLine = line;
        } else {
          say(executed(line));
        }
        return;
      }
      text.append((char) letter);
    }
  }

  private String executed(String line) {
    if (line.startsWith("$")) {
      return system(line);
    }
    if (state == State.ALARM || state == State.SLEEP) {
      return "error:9";
    }
    if (line.length() > 79) {
      return "error:11";
    }
    return gcode(line);
  }

  private String system(String line) {
    switch (line) {
      case "$$" -> settings.forEach((number, value) -> say("$" + number + "=" + value));
      case "$X" -> {
        if (state == State.ALARM) {
          state = State.IDLE;
          say("[MSG:Caution: Unlocked]");
        }
      }
      case "$SLP" -> {
        if (state != State.IDLE && state != State.ALARM) {
          return "error:8";
        }
        state = State.SLEEP;
        say("ok");
        return "[MSG:Sleeping]";
      }
      default -> {
        return "error:3";
      }
    }
    return "ok";
  }

  private String gcode(String line) {
    Matcher words = WORD.matcher(line);
    int end = 0;
    int motion = -1;
    float x = Float.NaN;
    float y = Float.NaN;
    boolean offset = false;
    while (words.find()) {
      if (words.start() != end) {
        return "error:1";
      }
      end = words.end();
      float value = Float.parseFloat(words.group(2));
      switch (words.group(1)) {
        case "G" -> {
          switch (Math.round(value)) {
            case 0, 1 -> {
              if (motion >= 0) {
                return "error:21";
              }
              motion = Math.round(value);
            }
            case 92 -> offset = true;
            case 21, 90, 94 -> {}
            default -> {
              return "error:20";
            }
          }
        }
        case "X" -> {
          if (!Float.isNaN(x)) {
            return "error:25";
          }
          x = value;
        }
        case "Y" -> {
          if (!Float.isNaN(y)) {
            return "error:25";
          }
          y = value;
        }
        case "F" -> feed = value;
        default -> {
          return "error:20";
        }
      }
    }
    if (end != line.length()) {
      return "error:2";
    }
    if (offset) {
      xOffset = (float) (xPlanned / X_STEPS_PER_MM) - x;
      yOffset = (float) (yPlanned / Y_STEPS_PER_MM) - y;
    } else if (motion == 1) {
      if (feed <= 0) {
        return "error:22";
      }
      plan(
          Float.isNaN(x) ? xPlanned : steps(x + xOffset, X_STEPS_PER_MM),
          Float.isNaN(y) ? yPlanned : steps(y + yOffset, Y_STEPS_PER_MM));
    }
    return "ok";
  }

  private static long steps(float mm, double stepsPerMm) {
    return Math.round(mm * (float) stepsPerMm);
  }

  private void plan(long x, long y) {
    double xMm = (x - xPlanned) / X_STEPS_PER_MM;
    double yMm = (y - yPlanned) / Y_STEPS_PER_MM;
    double mm = Math.hypot(xMm, yMm);
    xPlanned = x;
    yPlanned = y;
    if (mm > 0) {
      planner.add(new Block(x, y, mm, xMm / mm, yMm / mm, feed / 60));
      state = state == State.IDLE ? State.RUN : state;
    }
  }

  /** How far the planned blocks go before a corner, at which it rests. */
  private double straightMm() {
    double mm = -alongMm;
    Block before = planner.element();
    for (Block block : planner) {
      if (before.xMm() * block.xMm() + before.yMm() * block.yMm() < STRAIGHT) {
        break;
      }
      mm += block.mm();
      before = block;
    }
    return mm;
  }

  /** Along the planned blocks, with a ramp up, and one down to a corner or to a hold. */
  private void move() {
    if (state != State.RUN && state != State.HOLD) {
      return;
    }
    double change = ACCELERATION_MM_PER_S2 * 1e-3;
    if (state == State.HOLD) {
      speed = Math.max(0, speed - change);
    } else {
      double most =
          Math.min(planner.element().feed(), Math.sqrt(2 * ACCELERATION_MM_PER_S2 * straightMm()));
      speed = Math.max(SLOWEST_MM_PER_S, Math.min(speed + change, most));
    }
    double left = speed * 1e-3;
    while (left > 1e-12 && !planner.isEmpty()) {
      Block block = planner.element();
      if (alongMm == 0) {
        xFrom = xSteps;
        yFrom = ySteps;
      }
      double spent = Math.min(left, block.mm() - alongMm);
      alongMm += spent;
      left -= spent;
      double share = alongMm >= block.mm() - 1e-9 ? 1 : alongMm / block.mm();
      turn(
          xFrom + Math.round((block.xSteps() - xFrom) * share),
          yFrom + Math.round((block.ySteps() - yFrom) * share));
      if (share == 1) {
        boolean corner = straightMm() <= 1e-6;
        planner.remove();
        alongMm = 0;
        if (corner) {
          speed = 0;
          break;
        }
      }
    }
    if (planner.isEmpty() && state == State.RUN) {
      state = State.IDLE;
      speed = 0;
    }
  }

  private void turn(long x, long y) {
    int dx = (int) (x - xSteps);
    int dy = (int) (y - ySteps);
    int most = Math.max(Math.abs(dx), Math.abs(dy));
    for (int i = 1; i <= most; i++) {
      motors.step(
          (int) (share(dx, i, most) - share(dx, i - 1, most)),
          (int) (share(dy, i, most) - share(dy, i - 1, most)),
          nowMs * 1_000_000 + i * 1_000_000L / most);
    }
    xMotor += x - xSteps;
    yMotor += y - ySteps;
    xSteps = x;
    ySteps = y;
  }

  private static long share(int steps, int part, int of) {
    return Math.round((double) steps * part / of);
  }

  private void say(String reply) {
    toSend.writeBytes((reply + "\r\n").getBytes(StandardCharsets.US_ASCII));
  }
}
