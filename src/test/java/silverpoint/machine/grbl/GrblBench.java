package silverpoint.machine.grbl;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import silverpoint.foundation.geometry.Box;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.geometry.Polyline;
import silverpoint.kiosk.config.MachineProfile;
import silverpoint.kiosk.config.MachineProfiles;
import silverpoint.machine.driver.GrblBoard;
import silverpoint.machine.motion.MotionSettings;
import silverpoint.machine.motion.StepGenerator;
import silverpoint.machine.motion.StepPlan;
import silverpoint.machine.plotter.Machine;
import silverpoint.machine.plotter.PositionNotes;
import silverpoint.machine.plotter.RunOutcome;

/** A machine behind a simulated board, and whether it stands where it says. */
final class GrblBench {
  static final MachineProfile PROFILE =
      new MachineProfiles(Path.of("kiosk-config", "machines")).load("classic");
  static final MotionSettings MOTION = PROFILE.motion();
  static final Box AREA = PROFILE.page().drawableMm();
  static final GrblBoard SWAPPED =
      new GrblBoard(
          "/dev/ttyUSB0",
          115_200,
          new GrblBoard.Axis(GrblBoard.Letter.Y, true),
          new GrblBoard.Axis(GrblBoard.Letter.X, false));
  static final GrblBoard STRAIGHT =
      new GrblBoard(
          "/dev/ttyUSB0",
          115_200,
          new GrblBoard.Axis(GrblBoard.Letter.X, false),
          new GrblBoard.Axis(GrblBoard.Letter.Y, false));

  final GrblSimulator board = new GrblSimulator();
  final List<String> notices = new ArrayList<>();
  final GrblPlotter plotter;
  private final GrblBoard wiring;
  Machine machine;
  private long xBase;
  private long yBase;

  GrblBench(GrblBoard wiring) {
    this(wiring, Optional.empty());
  }

  GrblBench(GrblBoard wiring, Optional<PositionNotes> notes) {
    this.wiring = wiring;
    plotter = new GrblPlotter(wiring, MOTION, board::plugIn, notices::add);
    machine =
        notes.isEmpty()
            ? new Machine(plotter, MOTION, AREA, home(), home())
            : new Machine(plotter, MOTION, AREA, home(), notes);
    settle();
  }

  private static Point home() {
    return PROFILE.home().pointMm();
  }

  private long xTruth() {
    return wiring.x().axis() == GrblBoard.Letter.X
        ? sign(wiring.x()) * board.xMotor()
        : sign(wiring.x()) * board.yMotor();
  }

  private long yTruth() {
    return wiring.y().axis() == GrblBoard.Letter.X
        ? sign(wiring.y()) * board.xMotor()
        : sign(wiring.y()) * board.yMotor();
  }

  private static int sign(GrblBoard.Axis axis) {
    return axis.inverted() ? -1 : 1;
  }

  /** A person has looked where the stylus stands. */
  void settle() {
    xBase = xTruth() - machine.position().xMotorSteps();
    yBase = yTruth() - machine.position().yMotorSteps();
  }

  void standsWhereItSays() {
    assertThat(xTruth() - machine.position().xMotorSteps()).isEqualTo(xBase);
    assertThat(yTruth() - machine.position().yMotorSteps()).isEqualTo(yBase);
    assertThat(board.lostBytes()).isZero();
  }

  /** Steps of a line with so many corners from where the machine stands. */
  StepPlan line(SplittableRandom random, int corners) {
    return new StepGenerator(MOTION).generate(machine.plan(path(random, corners)));
  }

  Polyline path(SplittableRandom random, int corners) {
    List<Point> points = new ArrayList<>(List.of(machine.stylusMm()));
    for (int i = 0; i < corners; i++) {
      Point at = points.getLast();
      double reach = random.nextInt(10) == 0 ? 40 : 2;
      points.add(
          new Point(
              Math.clamp(at.x() + reach * (random.nextDouble() - 0.5), AREA.x(), AREA.right()),
              Math.clamp(at.y() + reach * (random.nextDouble() - 0.5), AREA.y(), AREA.bottom())));
    }
    return new Polyline(points);
  }

  /** Draws a plan to its end, whoever holds it. */
  int drawToTheEnd(StepPlan plan) {
    int holds = 0;
    RunOutcome outcome = machine.draw(plan);
    while (outcome == RunOutcome.HELD) {
      holds++;
      assertThat(machine.isPositionCertain()).isTrue();
      standsWhereItSays();
      outcome = machine.resume();
    }
    assertThat(outcome).isEqualTo(RunOutcome.FINISHED);
    standsWhereItSays();
    return holds;
  }
}
