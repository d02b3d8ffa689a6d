package silverpoint.machine.plotter;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.IntToLongFunction;
import silverpoint.machine.driver.LineProgram;
import silverpoint.machine.driver.MotorDriver;
import silverpoint.machine.motion.StepPlan;
import silverpoint.machine.simulator.SimulatedDriver;

/**
 * An executor in virtual time with a simulated driver at its lines. Notes every write and every
 * step; tests put commands and stalls at chosen writes.
 */
public final class LineBench {
  /** A step as the driver sees it. */
  public record Stepped(int x, int y, long timeNs) {}

  final MotorDriver driver;
  final LineProgram program;
  public final SimulatedDriver simulated;
  final StepExecutor executor;
  public final List<Stepped> steps = new ArrayList<>();
  final VirtualClock clock = new VirtualClock();
  int writes;
  IntConsumer beforeWrite = write -> {};
  IntToLongFunction stallNs = write -> 0;
  IntToLongFunction stallInWriteNs = write -> 0;

  public LineBench(MotorDriver driver, StepPlan plan, double startSpeedMmPerS, double stepMm) {
    this.driver = driver;
    program = driver.program(plan, 0, 0);
    simulated = SimulatedDriver.of(driver, (x, y, timeNs) -> steps.add(new Stepped(x, y, timeNs)));
    executor = new StepExecutor(this::write, new Stalling(), startSpeedMmPerS, stepMm);
  }

  public RunOutcome run(int from) {
    return executor.run(
        program, from, program.restLevelsBefore(from), driver.releasedBits(), driver.wakeNs());
  }

  /** Where the motors stand, relative to the start. */
  int xTurned() {
    return steps.stream().mapToInt(Stepped::x).sum();
  }

  int yTurned() {
    return steps.stream().mapToInt(Stepped::y).sum();
  }

  /** The steps without their times. */
  List<String> path() {
    return steps.stream().map(step -> step.x + "," + step.y).toList();
  }

  private void write(int bits, int mask) {
    beforeWrite.accept(writes);
    clock.waitUntil(clock.nowNs() + stallInWriteNs.applyAsLong(writes));
    writes++;
    simulated.write(clock.nowNs(), bits, mask);
  }

  /** Comes late where the test wants it. */
  private final class Stalling implements StepClock {
    @Override
    public long nowNs() {
      return clock.nowNs();
    }

    @Override
    public void waitUntil(long timeNs) {
      clock.waitUntil(timeNs + stallNs.applyAsLong(writes));
    }
  }
}
