package silverpoint.kiosk.app;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import silverpoint.foundation.geometry.Polyline;
import silverpoint.kiosk.config.MachineProfile;
import silverpoint.machine.driver.GrblBoard;
import silverpoint.machine.grbl.GrblPlotter;
import silverpoint.machine.motion.MotionPlan;
import silverpoint.machine.motion.StepGenerator;
import silverpoint.machine.motion.StepPlan;
import silverpoint.machine.plotter.ControlListener;
import silverpoint.machine.plotter.GpioMachine;
import silverpoint.machine.plotter.Lateness;
import silverpoint.machine.plotter.Machine;
import silverpoint.machine.plotter.Plotter;
import silverpoint.machine.plotter.PlotterException;
import silverpoint.machine.plotter.PositionFile;
import silverpoint.machine.plotter.PositionNotes;
import silverpoint.machine.plotter.RunOutcome;
import silverpoint.machine.plotter.StepClock;
import silverpoint.machine.simulator.SimulatedMachine;
import silverpoint.machine.simulator.ToySettings;

/**
 * A machine under the hands of a person. When the program is interrupted the stylus comes to rest
 * on the path, so that its position stays certain; where that takes too long the motors are
 * released.
 */
public final class MachineSession implements AutoCloseable {
  private static final int REST_S = 2;

  private final MachineProfile profile;
  private final Machine machine;
  private final Optional<SimulatedMachine> simulated;
  private final Optional<GpioMachine> real;
  private final CountDownLatch closed = new CountDownLatch(1);

  private MachineSession(
      MachineProfile profile,
      Machine machine,
      Optional<SimulatedMachine> simulated,
      Optional<GpioMachine> real) {
    this.profile = profile;
    this.machine = machine;
    this.simulated = simulated;
    this.real = real;
  }

  /**
   * @param notices told what a person should know
   */
  public static MachineSession open(MachineChoice choice, Consumer<String> notices) {
    return open(choice, choice.profile().simulator(), notices);
  }

  /**
   * @param toy the simulated toy, where the motors are not real
   * @param notices told what a person should know
   */
  public static MachineSession open(
      MachineChoice choice, ToySettings toy, Consumer<String> notices) {
    return open(
        choice,
        toy,
        choice.clock(),
        (control, active) -> {},
        why -> why.ifPresent(notices),
        why -> why.ifPresent(notices),
        notices);
  }

  /**
   * @param toy the simulated toy, where the motors are not real
   * @param clock of a simulated machine
   * @param switches told when somebody uses a switch at a real machine
   * @param notNoted told why the position of a real machine cannot be noted on disk, and with empty
   *     when it is again
   * @param late told why the last drawing of a real machine took longer than planned; empty when it
   *     did not
   * @param notices told what a person should know
   */
  public static MachineSession open(
      MachineChoice choice,
      ToySettings toy,
      StepClock clock,
      ControlListener switches,
      Consumer<Optional<String>> notNoted,
      Consumer<Optional<String>> late,
      Consumer<String> notices) {
    MachineProfile profile = choice.profile();
    if (!choice.isReal()) {
      SimulatedMachine simulated =
          new SimulatedMachine(profile.driver(), profile.motion(), toy, profile.parkMm(), clock);
      return new MachineSession(
          profile,
          new Machine(
              simulated,
              profile.motion(),
              profile.page().drawableMm(),
              profile.home().pointMm(),
              profile.parkMm()),
          Optional.of(simulated),
          Optional.empty());
    }
    Optional<GpioMachine> gpio = Optional.empty();
    Plotter motors;
    if (profile.driver() instanceof GrblBoard board) {
      motors = GrblPlotter.open(board, profile.motion(), notices);
    } else {
      GpioMachine lines =
          GpioMachine.open(
              profile.driver(),
              profile.controls(),
              profile.motion(),
              choice.chipLabels(),
              switches,
              late,
              notices);
      gpio = Optional.of(lines);
      motors = lines;
    }
    Machine machine = machine(choice, motors, notNoted);
    MachineSession session = new MachineSession(profile, machine, Optional.empty(), gpio);
    Runtime.getRuntime().addShutdownHook(new Thread(session::interrupted));
    return session;
  }

  private static Machine machine(
      MachineChoice choice, Plotter motors, Consumer<Optional<String>> notNoted) {
    try {
      choice.forgetOtherMountings();
      MachineProfile profile = choice.profile();
      PositionFile file = new PositionFile(choice.positionFile(), System::nanoTime);
      return new Machine(
          motors,
          profile.motion(),
          profile.page().drawableMm(),
          profile.home().pointMm(),
          Optional.of(new PositionNotes(file, notNoted)));
    } catch (RuntimeException e) {
      try (motors) {
        throw e;
      }
    }
  }

  public MachineProfile profile() {
    return profile;
  }

  public Machine machine() {
    return machine;
  }

  public Optional<SimulatedMachine> simulated() {
    return simulated;
  }

  public StepPlan steps(MotionPlan plan) {
    return new StepGenerator(profile.motion()).generate(plan);
  }

  /** Draws a line that starts where the stylus stands; the position stays certain. */
  public MotionPlan draw(Polyline lineMm) {
    MotionPlan plan = machine.plan(lineMm);
    draw(plan, 0);
    return plan;
  }

  /**
   * Draws a plan whose first events were made before; the position stays certain.
   *
   * @param firstEvent how many events were made
   */
  public void draw(MotionPlan plan, int firstEvent) {
    if (machine.draw(steps(plan), firstEvent) != RunOutcome.FINISHED) {
      throw new PlotterException(
          machine.isPositionCertain()
              ? "held on the way; the stylus stands " + near() + "; the same command goes on"
              : "stopped; the motors have no current, look where the stylus is");
    }
  }

  /** How punctual the steps of real motors were. */
  public Optional<Lateness> lateness() {
    return real.map(GpioMachine::lateness);
  }

  /** Where the stylus was last seen. */
  public String near() {
    return machine.position().near(profile.motion());
  }

  private void interrupted() {
    machine.hold();
    try {
      if (!closed.await(REST_S, TimeUnit.SECONDS)) {
        machine.stop();
        if (!closed.await(REST_S, TimeUnit.SECONDS)) {
          machine.close();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    try {
      machine.close();
    } finally {
      closed.countDown();
    }
  }
}
