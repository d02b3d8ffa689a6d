package silverpoint.machine.plotter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import silverpoint.machine.motion.StepPlan;
import silverpoint.machine.simulator.SimulatedChip;
import silverpoint.machine.simulator.SimulatedDriver;

/** Machines on a chip in software, and what they tell. */
final class GpioBench implements AutoCloseable {
  private final Drawn drawn = Drawn.portrait("classic", 6, 60);
  final StepPlan plan = drawn.stepPlan();
  final ControlPins controls = drawn.machine().controls();
  final int emergencyStop = controls.emergencyStopPin();
  final VirtualClock clock = new VirtualClock();
  final List<String> steps = new ArrayList<>();
  final SimulatedChip chip =
      new SimulatedChip(
          SimulatedDriver.of(drawn.machine().driver(), (x, y, timeNs) -> steps.add(x + "," + y)),
          clock);
  final BlockingQueue<String> switched = new LinkedBlockingQueue<>();
  final BlockingQueue<String> notices = new LinkedBlockingQueue<>();
  final List<Optional<String>> late = new CopyOnWriteArrayList<>();
  private final List<GpioMachine> opened = new CopyOnWriteArrayList<>();

  GpioMachine open(ControlListener listener) {
    return open(List::of, listener, notices::add);
  }

  /**
   * @param realTime says what of it is refused
   */
  GpioMachine open(
      Supplier<List<String>> realTime, ControlListener listener, Consumer<String> heard) {
    GpioMachine machine =
        GpioMachine.open(
            drawn.machine().driver(),
            controls,
            drawn.machine().motion(),
            new GpioMachine.Board(chip, clock, realTime),
            listener,
            late::add,
            heard);
    opened.add(machine);
    chip.writes = 0;
    return machine;
  }

  GpioMachine open() {
    return open((control, active) -> switched.add(control + " " + active));
  }

  @Override
  public void close() {
    chip.command = () -> {};
    opened.forEach(GpioMachine::close);
  }

  static String next(BlockingQueue<String> told) {
    try {
      String next = told.poll(60, TimeUnit.SECONDS);
      assertThat(next).isNotNull();
      return next;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Something that happens between two writes, while the motors turn. */
  void whileItDraws(Runnable command) {
    chip.commandAt = 4000;
    chip.command = command;
  }

  void press() {
    chip.change(emergencyStop, true);
    assertThat(next(switched)).isEqualTo("EMERGENCY_STOP true");
  }

  void release() {
    chip.change(emergencyStop, false);
    assertThat(next(switched)).isEqualTo("EMERGENCY_STOP false");
  }
}
