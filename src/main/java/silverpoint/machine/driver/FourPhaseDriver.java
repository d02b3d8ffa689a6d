package silverpoint.machine.driver;

import java.util.List;
import java.util.stream.Stream;
import silverpoint.machine.motion.MotionSettings;
import silverpoint.machine.motion.StepPlan;

/**
 * A ULN2003 for each unipolar motor: four coils, each switched by a line of its own. Lines in
 * order: coils A to D of x, then of y. The phase goes A, AB, B, BC, C, CD, D, DA, so that one or
 * two coils have current.
 *
 * @param wakeMs from the first current to the first step, so that the rotor finds its place
 * @param settleMs from the last step to switching the coils off; a motor that is let go at once
 *     loses that step
 */
public record FourPhaseDriver(Axis x, Axis y, Stepping stepping, double wakeMs, double settleMs)
    implements MotorDriver {
  /** Coils of each phase, A in bit 0. */
  private static final int[] COILS = {
    0b0001, 0b0011, 0b0010, 0b0110, 0b0100, 0b1100, 0b1000, 0b1001
  };

  public static final int PHASES = COILS.length;

  /** What a step of the plan is. */
  public enum Stepping {
    /** One or two coils: fine. */
    HALF(1, 0),
    /** Always two coils: about 1.4 times the torque of one. */
    FULL(2, 1);

    public final int phasesPerStep;
    public final int firstPhase;

    Stepping(int phasesPerStep, int firstPhase) {
      this.phasesPerStep = phasesPerStep;
      this.firstPhase = firstPhase;
    }
  }

  /**
   * The board of one motor.
   *
   * @param coilPins A to D
   * @param inverted whether the phases run backwards for steps in the positive direction
   */
  public record Axis(List<Integer> coilPins, boolean inverted) {
    public Axis {
      coilPins = List.copyOf(coilPins);
      if (coilPins.size() != 4) {
        throw new IllegalArgumentException("coilPins must be four, A to D: " + coilPins);
      }
    }

    Axis mirrored() {
      return new Axis(coilPins, !inverted);
    }
  }

  public FourPhaseDriver {
    if (!(wakeMs >= 0 && wakeMs <= 10_000 && settleMs >= 0 && settleMs <= 10_000)) {
      throw new IllegalArgumentException(
          "wakeMs and settleMs must lie in 0..10000: " + wakeMs + ", " + settleMs);
    }
    MotorDriver.checked(pins(x, y));
  }

  private static List<Integer> pins(Axis x, Axis y) {
    return Stream.concat(x.coilPins.stream(), y.coilPins.stream()).toList();
  }

  @Override
  public List<Integer> pins() {
    return pins(x, y);
  }

  @Override
  public int releasedBits() {
    return 0;
  }

  @Override
  public void check(MotionSettings motion) {}

  @Override
  public LineProgram program(StepPlan plan, int xTurned, int yTurned) {
    int xStart = xTurned - plan.xAfter(0);
    int yStart = yTurned - plan.yAfter(0);
    LineProgram.Builder program =
        new LineProgram.Builder(plan, lineMask(), bits(xTurned, yTurned), 0, plan.size());
    for (int i = 0; i < plan.size(); i++) {
      int mask = (plan.xStep(i) == 0 ? 0 : 0x0f) | (plan.yStep(i) == 0 ? 0 : 0xf0);
      int bits = bits(xStart + plan.xAfter(i + 1), yStart + plan.yAfter(i + 1));
      program.add(plan.timeNs(i), bits & mask, mask, i, true);
    }
    return program.build();
  }

  private int bits(int xTurned, int yTurned) {
    return coils(x, xTurned) | coils(y, yTurned) << 4;
  }

  private int coils(Axis axis, int turned) {
    int phases = stepping.firstPhase + turned * stepping.phasesPerStep * sign(axis);
    return COILS[Math.floorMod(phases, PHASES)];
  }

  public static int sign(Axis axis) {
    return axis.inverted ? -1 : 1;
  }

  /** The phase of a set of coils with current, -1 where no rotor position belongs to it. */
  public static int phaseOf(int coils) {
    for (int phase = 0; phase < PHASES; phase++) {
      if (COILS[phase] == coils) {
        return phase;
      }
    }
    return -1;
  }

  @Override
  public MotorDriver turnedCounterclockwise() {
    return new FourPhaseDriver(y, x.mirrored(), stepping, wakeMs, settleMs);
  }
}
