package silverpoint.machine.driver;

import java.util.List;
import silverpoint.machine.motion.MotionSettings;
import silverpoint.machine.motion.StepPlan;

/**
 * A board with GRBL 1.1 or grblHAL at a serial port. It makes the steps by itself and has no line
 * at the computer's GPIO; in software, chips of the usual kind stand for those on it.
 *
 * @param port its device, such as /dev/ttyUSB0 or a name in /dev/serial/by-id
 * @param baudRate 115200 of GRBL; boards with USB of their own do not mind
 * @param x the board's axis that turns the knob of x
 * @param y the board's axis that turns the knob of y
 */
public record GrblBoard(String port, int baudRate, Axis x, Axis y) implements MotorDriver {
  private static final StepDirectionDriver CHIPS =
      new StepDirectionDriver(
          StepperChip.DRV8825,
          new StepDirectionDriver.Axis(0, 1, false),
          new StepDirectionDriver.Axis(2, 3, false),
          4,
          3,
          3,
          3,
          3,
          2,
          500);

  /** An axis of the board by its letter. */
  public enum Letter {
    X,
    Y
  }

  /**
   * Which motor turns a knob.
   *
   * @param inverted whether the board's coordinate falls where ours grows
   */
  public record Axis(Letter axis, boolean inverted) {
    Axis mirrored() {
      return new Axis(axis, !inverted);
    }
  }

  public GrblBoard {
    if (!port.startsWith("/dev/")) {
      throw new IllegalArgumentException(
          "port must be a device such as /dev/ttyUSB0: '%s'".formatted(port));
    }
    if (baudRate < 1200 || baudRate > 4_000_000) {
      throw new IllegalArgumentException("baudRate must lie in 1200..4000000: " + baudRate);
    }
    if (x.axis == y.axis) {
      throw new IllegalArgumentException(
          "x and y are both turned by the board's axis %s".formatted(x.axis));
    }
  }

  @Override
  public List<Integer> pins() {
    return List.of();
  }

  @Override
  public int lineMask() {
    return CHIPS.lineMask();
  }

  @Override
  public int releasedBits() {
    return CHIPS.releasedBits();
  }

  @Override
  public double wakeMs() {
    return CHIPS.wakeMs();
  }

  @Override
  public double settleMs() {
    return CHIPS.settleMs();
  }

  @Override
  public void check(MotionSettings motion) {
    CHIPS.check(motion);
  }

  @Override
  public LineProgram program(StepPlan plan, int xTurned, int yTurned) {
    return CHIPS.program(plan, xTurned, yTurned);
  }

  /** What stands for the board in software. */
  public StepDirectionDriver chips() {
    return CHIPS;
  }

  @Override
  public MotorDriver turnedCounterclockwise() {
    return new GrblBoard(port, baudRate, y, x.mirrored());
  }
}
