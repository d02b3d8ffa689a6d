package silverpoint.plotter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import silverpoint.config.MachineProfile;
import silverpoint.motion.Lines;
import silverpoint.motion.MotionPlan;
import silverpoint.motion.MotionPlanner;
import silverpoint.motion.StepGenerator;
import silverpoint.motion.StepPlan;

/**
 * The program that scripts/test-gpio runs in a virtual machine with a real GPIO chip of Linux: it
 * draws a line with the shipped drivers, and checks it against the kernel's trace (I15).
 */
final class GpioGuest {
  private static final String LABEL = "pinctrl-bcm2711-sim";
  private static final int EMERGENCY_STOP = 21;
  private static final Path TRACE = Path.of("/sys/kernel/tracing/trace");
  private static final Path STATE = Path.of("/tmp/machine.position");

  private final MachineProfile machine;
  private final MotionPlan plan;
  private final StepPlan steps;

  private GpioGuest(String name, double lengthMm) {
    machine = Lines.machine(name);
    plan =
        new MotionPlanner(machine.motion(), machine.page().drawableMm())
            .plan(
                Lines.portrait(7, machine.page().drawableMm(), machine.home().pointMm(), lengthMm));
    steps = new StepGenerator(machine.motion()).generate(plan);
  }

  public static void main(String[] arguments) throws Exception {
    GpioGuest guest = new GpioGuest(arguments[1], Double.parseDouble(arguments[2]));
    switch (arguments[0]) {
      case "draw" -> guest.draw(false);
      case "stop" -> guest.draw(true);
      case "check" -> guest.check();
      case "released" -> guest.released();
      default -> throw new IllegalArgumentException(arguments[0]);
    }
  }

  private void draw(boolean emergency) throws Exception {
    try (GpioMachine gpio =
        GpioMachine.open(
            machine.driver(),
            machine.controls(),
            machine.motion(),
            List.of(LABEL),
            (control, active) -> say("%s %s", control, active),
            line -> say("%s", line))) {
      // the contact of the emergency stop is closed
      pull("pull-down");
      Thread.sleep(100);
      Thread thread = new Thread(() -> gpio.draw(steps));
      thread.start();
      if (emergency) {
        while (gpio.progress().eventsMade() < 1500) {
          Thread.sleep(20);
        }
        say("e-stop pressed at %.6f s", System.nanoTime() * 1e-9);
        pull("pull-up");
      }
      PositionFile file = new PositionFile(STATE, System::nanoTime);
      while (thread.isAlive()) {
        file.moving(() -> position(gpio.progress(), MachinePosition.State.MOVING));
        thread.join(100);
      }
      file.write(
          position(
              gpio.progress(),
              gpio.progress().positionCertain()
                  ? MachinePosition.State.AT_REST
                  : MachinePosition.State.UNCERTAIN));
      say(
          "%s: %d of %d events, planned %.2f s",
          gpio.progress().activity(), gpio.progress().eventsMade(), steps.size(), plan.durationS());
      say("lateness %s", gpio.lateness());
    }
  }

  private MachinePosition position(PlotProgress progress, MachinePosition.State state) {
    int event = progress.eventsMade();
    return new MachinePosition(
        state, steps.xAfter(event), steps.yAfter(event), plan.endBacklash(), 0, 0, 1, event);
  }

  private static void pull(String level) throws IOException {
    try (var found = Files.newDirectoryStream(Path.of("/sys/devices/platform"), "gpio-sim*")) {
      Path chip = found.iterator().next().resolve("gpiochip0");
      Files.writeString(chip.resolve("sim_gpio" + EMERGENCY_STOP).resolve("pull"), level);
    }
  }

  /** Compares the kernel's trace with the plan, step by step, and draws it on the toy. */
  private void check() throws IOException {
    KernelTrace trace = KernelTrace.read(TRACE, machine.driver().pins());
    SimulatedEtchASketch toy =
        new SimulatedEtchASketch(machine.simulator(), machine.home().pointMm());
    List<Integer> motorSteps = new ArrayList<>();
    List<Integer> x = new ArrayList<>();
    List<Integer> y = new ArrayList<>();
    SimulatedDriver driver =
        machine
            .driver()
            .simulated((xStep, yStep, timeNs) -> {
              add(x, xStep);
              add(y, yStep);
              motorSteps.add(x.size() + y.size());
              toy.step(xStep, yStep, timeNs);
            });
    trace.playTo(driver, machine.driver() instanceof FourPhaseDriver);
    List<Integer> plannedX = new ArrayList<>();
    List<Integer> plannedY = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      add(plannedX, steps.xStep(i));
      add(plannedY, steps.yStep(i));
    }
    say(
        "kernel trace: %d line writes, %d + %d steps; planned %d + %d; the same one by one: %s",
        trace.sets().size(),
        x.size(),
        y.size(),
        plannedX.size(),
        plannedY.size(),
        x.equals(plannedX) && y.equals(plannedY));
    say("driver faults %d %s", driver.faultCount(), driver.faults());
    say(
        "lost steps %d, %s",
        toy.lostSteps(), Fidelity.of(plan, inPlannedTime(toy.trace(), motorSteps)));
  }

  /**
   * The trace as if no step had been late: fidelity compares places at the same time.
   *
   * @param motorSteps how many motor steps were made up to each point of the trace
   */
  private StylusTrace inPlannedTime(StylusTrace trace, List<Integer> motorSteps) {
    List<Long> plannedNs = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      for (int k = Math.abs(steps.xStep(i)) + Math.abs(steps.yStep(i)); k > 0; k--) {
        plannedNs.add(steps.timeNs(i));
      }
    }
    StylusTrace.Recorder recorder = new StylusTrace.Recorder();
    recorder.add(0, trace.atMm(0).x(), trace.atMm(0).y());
    for (int i = 1; i < trace.size(); i++) {
      int step = Math.min(motorSteps.get(i - 1), plannedNs.size()) - 1;
      recorder.add(plannedNs.get(step), trace.atMm(i).x(), trace.atMm(i).y());
    }
    return recorder.trace();
  }

  /** After a kill: what the lines show and what the position file knows. */
  private void released() throws IOException {
    KernelTrace trace = KernelTrace.read(TRACE, machine.driver().pins());
    int[] made = {0};
    long[] lastNs = {0};
    trace.playTo(
        machine
            .driver()
            .simulated((xStep, yStep, timeNs) -> {
              made[0]++;
              lastNs[0] = timeNs;
            }),
        machine.driver() instanceof FourPhaseDriver);
    MachinePosition known = new PositionFile(STATE, System::nanoTime).read().orElseThrow();
    say(
        "position file: %s at event %d, certain: %s; the kernel saw about %d",
        known.state(), known.event(), known.isCertain(), made[0]);
    say("the last step: at %.6f s", (trace.sets().getFirst().timeNs() + lastNs[0]) * 1e-9);
    for (int pin : machine.driver().pins()) {
      Path line = Path.of("/sys/devices/platform/gpio-sim.0/gpiochip0/sim_gpio" + pin, "value");
      say("BCM %d is %s", pin, Files.readString(line).strip());
    }
  }

  private static void add(List<Integer> steps, int step) {
    if (step != 0) {
      steps.add(step);
    }
  }

  private static void say(String format, Object... values) {
    System.out.println("guest: " + format.formatted(values));
  }
}
