package silverpoint.machine.grbl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.geometry.Polyline;
import silverpoint.machine.driver.GrblBoard;
import silverpoint.machine.motion.StepGenerator;
import silverpoint.machine.motion.StepPlan;
import silverpoint.machine.plotter.Machine;
import silverpoint.machine.plotter.PlotterException;

/** The same through the kernel: a board at the other end of a pseudo-terminal. */
class GrblAtPortTest {
  private final Point homeMm = GrblBench.PROFILE.home().pointMm();
  private final PluggedBoard plugged = new PluggedBoard();
  private final GrblSimulator board = plugged.board();

  @AfterEach
  void pullThePlug() {
    plugged.close();
  }

  @Test
  void drawsAndStandsWhereItShould() {
    try (Machine machine = machine()) {
      long xBase = board.xMotor() - machine.position().xMotorSteps();
      SplittableRandom random = new SplittableRandom(1);
      List<Point> points = new ArrayList<>(List.of(homeMm));
      for (int i = 0; i < 40; i++) {
        points.add(new Point(10 + 5 * random.nextDouble(), 90 + 5 * random.nextDouble()));
      }
      machine.draw(steps(machine, new Polyline(points)));
      assertThat(machine.isPositionCertain()).isTrue();
      assertThat(board.xMotor() - machine.position().xMotorSteps()).isEqualTo(xBase);
      assertThat(board.lostBytes()).isZero();
    }
  }

  @Test
  void aPlugThatIsPulledInADrawingIsNoticed() {
    try (Machine machine = machine()) {
      AtomicInteger steps = new AtomicInteger();
      board.turns((x, y, timeNs) -> {
        if (steps.incrementAndGet() == 300) {
          plugged.pull();
        }
      });
      StepPlan plan = steps(machine, Polyline.of(homeMm, new Point(140, 10), new Point(10, 10)));
      assertThatThrownBy(() -> machine.draw(plan))
          .isInstanceOf(PlotterException.class)
          .hasMessageContaining("unplugged");
      assertThat(machine.isPositionCertain()).isFalse();
    }
  }

  private static StepPlan steps(Machine machine, Polyline lineMm) {
    return new StepGenerator(GrblBench.MOTION).generate(machine.plan(lineMm));
  }

  private Machine machine() {
    GrblBoard wiring =
        new GrblBoard(
            plugged.device(),
            115_200,
            new GrblBoard.Axis(GrblBoard.Letter.X, false),
            new GrblBoard.Axis(GrblBoard.Letter.Y, false));
    return new Machine(
        GrblPlotter.open(wiring, GrblBench.MOTION, why -> {}),
        GrblBench.MOTION,
        GrblBench.AREA,
        homeMm,
        homeMm);
  }
}
