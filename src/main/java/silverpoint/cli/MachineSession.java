package silverpoint.cli;

import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import silverpoint.config.MachineProfile;
import silverpoint.geometry.Box;
import silverpoint.geometry.Point;
import silverpoint.motion.AxisSettings;
import silverpoint.motion.Backlash;
import silverpoint.motion.MotionPlan;
import silverpoint.motion.MotionPlanner;
import silverpoint.motion.MotionSettings;
import silverpoint.motion.StepGenerator;
import silverpoint.motion.StepPlan;
import silverpoint.plotter.GpioMachine;
import silverpoint.plotter.Knobs;
import silverpoint.plotter.Lateness;
import silverpoint.plotter.MachinePosition;
import silverpoint.plotter.MachinePosition.State;
import silverpoint.plotter.MotorPlotter;
import silverpoint.plotter.Plotter;
import silverpoint.plotter.PlotterException;
import silverpoint.plotter.PositionFile;
import silverpoint.plotter.SimulatedMachine;
import silverpoint.plotter.StepExecutor.Outcome;
import silverpoint.route.Route;

/**
 * A machine under the hands of a person. It knows where the stylus stands as far as anybody does;
 * of real motors that is kept on disk. When the program is interrupted the motors are released.
 */
final class MachineSession implements Plotter, AutoCloseable {
  private static final int NOTE_MS = 200;
  private static final double PAST_PLAY_MM = 1;

  private final MachineProfile profile;
  private final Plotter plotter;
  private final MotorPlotter motors;
  private final Optional<SimulatedMachine> simulated;
  private final Optional<GpioMachine> real;
  private final Optional<PositionFile> file;
  private final CountDownLatch closed = new CountDownLatch(1);
  private MachinePosition position;

  private MachineSession(
      MachineProfile profile,
      Optional<SimulatedMachine> simulated,
      Optional<GpioMachine> real,
      Optional<PositionFile> file) {
    this.profile = profile;
    this.simulated = simulated;
    this.real = real;
    this.file = file;
    plotter = simulated.<Plotter>map(machine -> machine).or(() -> real).orElseThrow();
    motors =
        simulated
            .map(SimulatedMachine::motors)
            .or(() -> real.map(GpioMachine::motors))
            .orElseThrow();
    position =
        file.flatMap(PositionFile::read)
            .orElseGet(() -> atHome(file.isEmpty() ? State.AT_REST : State.UNCERTAIN));
    motors.turnedBefore(position.xTurned(), position.yTurned());
  }

  /**
   * @param notices told what a person should know
   */
  static MachineSession open(MachineOptions options, Consumer<String> notices) {
    MachineProfile profile = options.profile();
    if (!options.isReal()) {
      SimulatedMachine machine =
          new SimulatedMachine(
              profile.driver(), profile.motion(), profile.simulator(), profile.home().pointMm());
      return new MachineSession(profile, Optional.of(machine), Optional.empty(), Optional.empty());
    }
    GpioMachine gpio =
        GpioMachine.open(
            profile.driver(), profile.controls(), profile.motion(), options.chipLabels(), notices);
    PositionFile file = new PositionFile(options.positionFile(), System::nanoTime);
    MachineSession session =
        new MachineSession(profile, Optional.empty(), Optional.of(gpio), Optional.of(file));
    Runtime.getRuntime().addShutdownHook(new Thread(session::interrupted));
    return session;
  }

  MachineProfile profile() {
    return profile;
  }

  Optional<SimulatedMachine> simulated() {
    return simulated;
  }

  /** Where the stylus stands; a step outside of the area counts as on its border. */
  Point stylusMm() {
    Point at = position.stylusMm(profile.motion());
    Box area = profile.page().drawableMm();
    Point inside =
        new Point(
            Math.clamp(at.x(), area.x(), area.right()),
            Math.clamp(at.y(), area.y(), area.bottom()));
    double stepMm =
        1 / Math.min(profile.motion().x().stepsPerMm(), profile.motion().y().stepsPerMm());
    return inside.distanceTo(at) <= stepMm ? inside : at;
  }

  /** Turns the knobs; afterwards nobody knows exactly where the stylus stands. */
  @Override
  public void draw(StepPlan plan) {
    execute(plan, State.UNCERTAIN, position.backlash());
  }

  /** Draws a route that starts where the stylus stands; the position stays certain. */
  MotionPlan draw(Route route) {
    if (!position.isCertain()) {
      throw new PlotterException(
          "nobody knows where the stylus stands (last seen near "
              + near()
              + "): jog it to the corner of the margin, then run 'silverpoint home'");
    }
    MotionPlan plan =
        new MotionPlanner(profile.motion(), profile.page().drawableMm())
            .plan(route, position.backlash());
    execute(new StepGenerator(profile.motion()).generate(plan), State.AT_REST, plan.endBacklash());
    return plan;
  }

  /** How punctual the steps of real motors were. */
  Optional<Lateness> lateness() {
    return real.map(GpioMachine::motors).map(MotorPlotter::lateness);
  }

  /** Where the stylus was last seen. */
  String near() {
    Point at = position.stylusMm(profile.motion());
    return String.format(
        Locale.ROOT, "%.1f mm from the left, %.1f mm from the top", at.x(), at.y());
  }

  /**
   * Takes the place of the stylus for home, after the knobs have gone a little back and forth so
   * that the play is taken up as the profile says.
   */
  void declareHome() {
    MotionSettings motion = profile.motion();
    int x = approach(motion.x());
    int y = approach(motion.y());
    Knobs knobs = new Knobs(this, motion);
    knobs.turn(-x, -y);
    knobs.turn(x, y);
    position = atHome(State.AT_REST);
    write();
  }

  private static int approach(AxisSettings axis) {
    int steps = axis.backlashSteps() + (int) Math.round(PAST_PLAY_MM * axis.stepsPerMm());
    return axis.homeApproach().sign() * steps;
  }

  private MachinePosition atHome(State state) {
    MotionSettings motion = profile.motion();
    Backlash play = Backlash.atHome(motion);
    Point home = profile.home().pointMm();
    return new MachinePosition(
        state,
        (int) Math.round(home.x() * motion.x().stepsPerMm()) + play.x().offsetSteps(),
        (int) Math.round(home.y() * motion.y().stepsPerMm()) + play.y().offsetSteps(),
        play,
        motors.xTurned(),
        motors.yTurned(),
        0,
        0);
  }

  private void execute(StepPlan plan, State after, Backlash backlashAfter) {
    MachinePosition before = position;
    position = moved(before, plan, 0, State.MOVING, before.backlash());
    write();
    Thread notes = Thread.ofVirtual().unstarted(() -> note(before, plan));
    if (file.isPresent()) {
      notes.start();
    }
    try {
      plotter.draw(plan);
    } finally {
      end(notes);
      boolean done = motors.outcome() == Outcome.FINISHED;
      position =
          moved(
              before,
              plan,
              motors.eventsMade(),
              done ? after : State.UNCERTAIN,
              done ? backlashAfter : before.backlash());
      write();
    }
    if (motors.outcome() != Outcome.FINISHED) {
      throw new PlotterException("stopped; the motors have no current, look where the stylus is");
    }
  }

  private static void end(Thread notes) {
    notes.interrupt();
    try {
      notes.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void note(MachinePosition before, StepPlan plan) {
    try {
      while (true) {
        Thread.sleep(NOTE_MS);
        file.orElseThrow()
            .moving(moved(before, plan, motors.eventsMade(), State.MOVING, before.backlash()));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private MachinePosition moved(
      MachinePosition before, StepPlan plan, int events, State state, Backlash backlash) {
    return new MachinePosition(
        state,
        before.xMotorSteps() + plan.xAfter(events) - plan.xAfter(0),
        before.yMotorSteps() + plan.yAfter(events) - plan.yAfter(0),
        backlash,
        before.xTurned() + plan.xAfter(events) - plan.xAfter(0),
        before.yTurned() + plan.yAfter(events) - plan.yAfter(0),
        before.job(),
        events);
  }

  private void write() {
    file.ifPresent(positions -> positions.write(position));
  }

  private void interrupted() {
    motors.stop();
    try {
      if (!closed.await(2, TimeUnit.SECONDS)) {
        real.ifPresent(GpioMachine::close);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    simulated.ifPresent(machine -> machine.motors().close());
    real.ifPresent(GpioMachine::close);
    closed.countDown();
  }
}
