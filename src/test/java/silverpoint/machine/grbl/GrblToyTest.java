package silverpoint.machine.grbl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.geometry.Polyline;
import silverpoint.machine.calibration.Calibration;
import silverpoint.machine.calibration.TestPattern;
import silverpoint.machine.motion.AxisSettings;
import silverpoint.machine.motion.MotionPlan;
import silverpoint.machine.motion.MotionSettings;
import silverpoint.machine.motion.StepGenerator;
import silverpoint.machine.plotter.Knobs;
import silverpoint.machine.plotter.Machine;
import silverpoint.machine.simulator.SimulatedEtchASketch;
import silverpoint.machine.simulator.SimulatedObserver;

/** A toy whose knobs are turned by a board: its play is made up for, and measured. */
class GrblToyTest {
  private final Point homeMm = GrblBench.PROFILE.home().pointMm();
  private final GrblSimulator board = new GrblSimulator();
  private final SimulatedEtchASketch toy =
      new SimulatedEtchASketch(GrblBench.PROFILE.simulator(), homeMm);

  private Machine machine(MotionSettings motion) {
    board.turns(toy::step);
    return new Machine(
        new GrblPlotter(GrblBench.STRAIGHT, motion, board::plugIn, why -> {}),
        motion,
        GrblBench.AREA,
        homeMm,
        homeMm);
  }

  @Test
  void theStylusDrawsTheLineInSpiteOfThePlay() {
    assertThat(beside(GrblBench.MOTION)).isLessThan(0.15);
    assertThat(toy.lostSteps()).isZero();
  }

  @Test
  void withoutTheSettingOfThePlayItDoesNot() {
    MotionSettings motion = GrblBench.MOTION;
    assertThat(beside(motion.withAxes(withoutPlay(motion.x()), withoutPlay(motion.y()))))
        .isGreaterThan(0.5);
  }

  private static AxisSettings withoutPlay(AxisSettings axis) {
    return new AxisSettings(
        axis.stepsPerMm(), 0, axis.minimumStepIntervalUs(), axis.homeApproach());
  }

  /** How far the drawn line is beside the planned one at most, both ways, mm. */
  private double beside(MotionSettings motion) {
    try (Machine machine = machine(motion)) {
      MotionPlan plan = machine.plan(new TestPattern(GrblBench.AREA).lineMm(homeMm));
      machine.draw(new StepGenerator(motion).generate(plan));
      List<Point> drawn = toy.trace().lineMm(0.2);
      List<Point> planned = plan.pathMm().resampled(0.2);
      return Math.max(farthest(drawn, plan.pathMm()), farthest(planned, new Polyline(drawn)));
    }
  }

  private static double farthest(List<Point> points, Polyline line) {
    List<Point> corners = line.points();
    double most = 0;
    for (Point point : points) {
      double least = Double.POSITIVE_INFINITY;
      for (int i = 1; i < corners.size(); i++) {
        least = Math.min(least, point.distanceToSegment(corners.get(i - 1), corners.get(i)));
      }
      most = Math.max(most, least);
    }
    return most;
  }

  @Test
  void calibrationFindsScaleAndPlay() {
    try (Machine machine = machine(GrblBench.MOTION)) {
      Calibration.Result result =
          new Calibration(
                  new Knobs(machine::turn, GrblBench.MOTION),
                  new SimulatedObserver(toy, 0.01),
                  GrblBench.MOTION,
                  GrblBench.AREA,
                  GrblBench.PROFILE.page().marginMm())
              .run();
      assertThat(result.x().stepsPerMm()).isCloseTo(43.15, within(0.05));
      assertThat(result.y().stepsPerMm()).isCloseTo(46.45, within(0.05));
      assertThat(result.x().backlashSteps()).isBetween(61, 69);
      assertThat(result.y().backlashSteps()).isBetween(86, 98);
    }
  }
}
