package silverpoint.machine.plotter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import silverpoint.kiosk.config.MachineProfile;
import silverpoint.machine.motion.Lines;
import silverpoint.machine.motion.StepPlan;
import silverpoint.machine.simulator.SimulatedDriver;
import silverpoint.machine.simulator.SimulatedEtchASketch;
import silverpoint.machine.simulator.StylusTrace;

/** The classic machine, a drawing for it, and the disk on which its position is noted. */
final class MachineBench {
  final BrittleDisk disk = new BrittleDisk();
  final List<Optional<String>> told = new CopyOnWriteArrayList<>();
  final MachineProfile profile = Lines.machine("classic");
  final StepPlan steps;
  private final Drawn drawn = Drawn.portrait("classic", 6, 120);
  private final Path directory;

  MachineBench(Path directory) {
    this.directory = directory;
    steps = drawn.stepPlan();
  }

  void fillDisk() {
    disk.full = write -> true;
  }

  void makeRoom() {
    disk.full = write -> false;
  }

  /** What a program finds that begins now. */
  MachinePosition onDisk() {
    return new PositionFile(directory.resolve("position"), () -> 0).read().orElseThrow();
  }

  /** What a computer starts with: motors that stand where they were left, and the file. */
  Machine machine(Motors motors) {
    return new Machine(
        motors.plotter,
        profile.motion(),
        profile.page().drawableMm(),
        profile.home().pointMm(),
        Optional.of(
            new PositionNotes(
                new PositionFile(directory.resolve("position"), () -> 0, disk), told::add)));
  }

  /** Motors that outlive the program, with a command at a chosen write. */
  final class Motors {
    final SimulatedEtchASketch toy =
        new SimulatedEtchASketch(profile.simulator(), profile.home().pointMm());
    final SimulatedDriver driver = SimulatedDriver.of(profile.driver(), toy::step);
    final VirtualClock clock = new VirtualClock();
    MotorPlotter plotter = started();
    int commandAt = -1;
    Runnable command = () -> {};
    private int writes;

    private MotorPlotter started() {
      return new MotorPlotter(profile.driver(), profile.motion(), this::write, clock);
    }

    private void write(int bits, int mask) {
      if (++writes == commandAt) {
        command.run();
      }
      driver.write(clock.nowNs(), bits, mask);
    }

    void restart() {
      plotter.release();
      clock.waitUntil(clock.nowNs() + 5_000_000_000L);
      plotter = started();
    }

    void assertSameLine() {
      assertThat(toy.lostSteps()).isZero();
      assertThat(driver.faults()).isEmpty();
      StylusTrace trace = toy.trace();
      assertThat(trace.size()).isEqualTo(drawn.trace().size());
      for (int i = 0; i < trace.size(); i++) {
        assertThat(trace.atMm(i).distanceTo(drawn.trace().atMm(i))).isLessThan(1e-9);
      }
    }
  }

  Machine homed(Motors motors) {
    Machine machine = machine(motors);
    assertThat(machine.isPositionCertain()).isFalse();
    machine.declareHome();
    assertThat(machine.isPositionCertain()).isTrue();
    return machine;
  }

  /** A machine that stands at home of a fresh toy, as its file says. */
  Machine onHomedToy(Motors motors) {
    Motors other = new Motors();
    homed(other);
    return machine(motors);
  }
}
