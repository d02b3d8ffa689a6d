package silverpoint.machine.plotter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import silverpoint.kiosk.config.MachineProfile;
import silverpoint.machine.driver.FourPhaseDriver;
import silverpoint.machine.motion.Lines;
import silverpoint.machine.motion.MotionPlan;
import silverpoint.machine.motion.MotionPlanner;
import silverpoint.machine.motion.StepGenerator;
import silverpoint.machine.motion.StepPlan;
import silverpoint.machine.simulator.Fidelity;
import silverpoint.machine.simulator.SimulatedDriver;
import silverpoint.machine.simulator.SimulatedEtchASketch;
import silverpoint.machine.simulator.StylusTrace;

/**
 * The program that scripts/test-gpio runs in a virtual machine with a real GPIO chip of Linux: it
 * draws a line with the shipped drivers, and checks it against the kernel's trace.
 */
final class GpioGuest {
  private static final String LABEL = "pinctrl-bcm2711-sim";
  private static final int EMERGENCY_STOP = 21;
  private static final Path TRACE = Path.of("/sys/kernel/tracing/trace");
  private static final Path STATE = Path.of("/tmp/machine.position");
  private static final Path KILL_ME = Path.of("/tmp/kill-me");

  /** In software emulation; a Raspberry Pi is some hundred times faster. */
  private static final double SLOWEST_STOP_S = 0.5;

  private final MachineProfile machine;
  private final MotionPlan plan;
  private final StepPlan steps;
  private final BlockingQueue<Boolean> stops = new LinkedBlockingQueue<>();
  private long pressedNs;

  private GpioGuest(String name, double lengthMm) {
    machine = Lines.machine(name);
    plan =
        new MotionPlanner(machine.motion(), machine.page().drawableMm())
            .plan(
                Lines.portrait(7, machine.page().drawableMm(), machine.home().pointMm(), lengthMm));
    steps = new StepGenerator(machine.motion()).generate(plan);
  }

  public static void main(String[] arguments) throws Exception {
    switch (arguments[0]) {
      case "draw" -> {
        for (String machine : List.of("classic", "pocket")) {
          // a step of the pocket machine takes four times as many writes
          GpioGuest guest = new GpioGuest(machine, machine.equals("pocket") ? 10 : 60);
          say("== %s", machine);
          guest.draw(End.FINISHED);
          guest.check();
        }
        say("== classic, emergency stop");
        GpioGuest guest = new GpioGuest("classic", 100);
        guest.draw(End.STOPPED);
        guest.stopped();
      }
      case "draw-until-killed" -> new GpioGuest("classic", 100).draw(End.KILLED);
      case "rehearse" -> new GpioGuest("classic", 10).rehearse();
      case "killed" -> new GpioGuest("classic", 100).killed();
      default -> throw new IllegalArgumentException(arguments[0]);
    }
  }

  /** Loads the classes that a drawing and its check need, as far as that goes without a chip. */
  private void rehearse() {
    SimulatedEtchASketch toy =
        new SimulatedEtchASketch(machine.simulator(), machine.home().pointMm());
    for (int i = 0; i < steps.size(); i++) {
      toy.step(steps.xStep(i), steps.yStep(i), steps.timeNs(i));
    }
    say("%s", Fidelity.of(plan, toy.trace()));
    try (GpioMachine gpio = open("no such chip")) {
      say("%s", gpio.lateness());
    } catch (PlotterException e) {
      say("%s", String.valueOf(e.getMessage()));
    }
  }

  private GpioMachine open(String label) {
    return GpioMachine.open(
        machine.driver(),
        machine.controls(),
        machine.motion(),
        List.of(label),
        (control, active) -> {
          say("%s %s", control, active);
          if (control == Control.EMERGENCY_STOP) {
            stops.add(active);
          }
        },
        why -> why.ifPresent(line -> say("%s", line)),
        line -> say("%s", line));
  }

  /** How a drawing ends; the latter two in its middle. */
  private enum End {
    FINISHED,
    STOPPED,
    KILLED
  }

  private void draw(End end) throws Exception {
    Files.writeString(TRACE, "");
    Files.deleteIfExists(STATE);
    try (GpioMachine gpio = open(LABEL)) {
      // the lines as they are requested show an open contact of the emergency stop; it is closed
      awaitEmergencyStop(true);
      pull("pull-down");
      awaitEmergencyStop(false);
      gpio.rearm();
      Thread thread = new Thread(() -> gpio.draw(steps));
      thread.start();
      PositionFile file = new PositionFile(STATE, System::nanoTime);
      while (thread.isAlive()) {
        file.moving(() -> position(gpio.progress(), MachinePosition.State.MOVING));
        if (gpio.progress().eventsMade() > steps.size() / 2) {
          if (end == End.STOPPED && pressedNs == 0) {
            pressedNs = System.nanoTime();
            pull("pull-up");
          } else if (end == End.KILLED && known().event() > 0) {
            Files.writeString(KILL_ME, "");
          }
        }
        thread.join(20);
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

  private void awaitEmergencyStop(boolean pressed) throws InterruptedException {
    Boolean told = stops.poll(1, TimeUnit.MINUTES);
    if (told == null || told != pressed) {
      throw new IllegalStateException("the emergency stop is told as " + told);
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
        SimulatedDriver.of(
            machine.driver(),
            (xStep, yStep, timeNs) -> {
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
    require(
        x.equals(plannedX) && y.equals(plannedY),
        "kernel trace: %d line writes, %d + %d steps; planned %d + %d, the same one by one",
        trace.sets().size(),
        x.size(),
        y.size(),
        plannedX.size(),
        plannedY.size());
    require(driver.faultCount() == 0, "driver faults %d %s", driver.faultCount(), driver.faults());
    Fidelity fidelity = Fidelity.of(plan, inPlannedTime(toy.trace(), motorSteps));
    require(fidelity.meanMm() < 0.05, "lost steps %d, %s", toy.lostSteps(), fidelity);
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

  /** After an emergency stop. */
  private void stopped() throws IOException {
    KernelSight seen = KernelSight.of(TRACE, machine.driver(), steps);
    double tookS = (seen.lastStepNs() - pressedNs) * 1e-9;
    require(tookS < SLOWEST_STOP_S, "last step %.1f ms after the emergency stop", tookS * 1e3);
    require(
        seen.driver().levels() == machine.driver().releasedBits(),
        "the kernel saw the motors released");
    MachinePosition known = known();
    require(
        !known.isCertain()
            && known.event() == seen.eventsNs().size()
            && isMiddle(seen.eventsNs().size()),
        "position file: %s at event %d; the kernel saw %d of %d",
        known.state(),
        known.event(),
        seen.eventsNs().size(),
        steps.size());
  }

  /** After a kill: what the kernel saw and what the position file knows. */
  private void killed() throws IOException {
    KernelSight seen = KernelSight.of(TRACE, machine.driver(), steps);
    MachinePosition known = known();
    require(
        isMiddle(seen.eventsNs().size()),
        "killed after %d of %d events",
        seen.eventsNs().size(),
        steps.size());
    require(
        known.event() > 0 && known.event() <= seen.eventsNs().size(),
        "position file: at event %d of a drawing that moves; the kernel saw %d",
        known.event(),
        seen.eventsNs().size());
    double ageS = (seen.lastStepNs() - seen.eventsNs().get(known.event() - 1)) * 1e-9;
    require(
        known.state() == MachinePosition.State.MOVING && ageS < 3,
        "position file: %s, %.2f s older than the last step",
        known.state(),
        ageS);
    for (int pin : machine.driver().pins()) {
      Path line = Path.of("/sys/devices/platform/gpio-sim.0/gpiochip0/sim_gpio" + pin, "value");
      say("BCM %d is %s", pin, Files.readString(line).strip());
    }
  }

  private boolean isMiddle(int event) {
    return event > steps.size() / 2 && event < steps.size() * 9 / 10;
  }

  private static MachinePosition known() {
    return new PositionFile(STATE, System::nanoTime).read().orElseThrow();
  }

  private static void add(List<Integer> steps, int step) {
    if (step != 0) {
      steps.add(step);
    }
  }

  private static void say(String format, Object... values) {
    System.out.println("guest: " + format.formatted(values));
  }

  private static void require(boolean holds, String format, Object... values) {
    say((holds ? "ok: " : "FAILED: ") + format, values);
  }
}
