package silverpoint.machine.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import silverpoint.foundation.geometry.Point;
import silverpoint.kiosk.config.MachineProfile;
import silverpoint.machine.motion.Lines;
import silverpoint.machine.plotter.CompensationMistakes;
import silverpoint.machine.plotter.Drawn;

/** I2: the line on the toy is the planned one; and the measure sees it when it is not. */
class FidelityTest {
  private static final double LENGTH_MM = 700;

  /** What elastic cables leave where the line turns; every mistake leaves ten times as much. */
  private static final double BAR_MM = 0.03;

  @ParameterizedTest(name = "{0}, seed {1}")
  @CsvSource({"classic, 1", "classic, 2", "classic, 3", "pocket, 1", "pocket, 2"})
  void theToyDrawsThePlannedLine(String machine, int seed) {
    Drawn drawn = Drawn.portrait(machine, seed, LENGTH_MM);
    assertThat(drawn.lostSteps()).isZero();
    assertThat(drawn.fidelity().meanMm()).isLessThan(BAR_MM);
    assertThat(drawn.fidelity().maxMm()).isLessThan(0.2);
  }

  @ParameterizedTest(name = "{0}, seed {1}")
  @CsvSource({"classic, 1", "classic, 2", "pocket, 1"})
  void seesPlayThatIsNotTakenUp(String machine, int seed) {
    Drawn drawn =
        Drawn.portrait(machine, seed, LENGTH_MM, Lines::withoutPlay, (plan, steps) -> steps);
    assertThat(drawn.lostSteps()).isZero();
    assertThat(drawn.fidelity().meanMm()).isGreaterThan(0.5);
  }

  @ParameterizedTest(name = "{0}, seed {1}")
  @CsvSource({"classic, 1", "classic, 2", "pocket, 1"})
  void seesPlayThatIsTakenUpTheWrongWay(String machine, int seed) {
    Drawn drawn =
        Drawn.portrait(
            machine, seed, LENGTH_MM, UnaryOperator.identity(), CompensationMistakes::wrongSign);
    assertThat(drawn.fidelity().meanMm()).isGreaterThan(0.5);
  }

  @ParameterizedTest(name = "{0}, seed {1}")
  @CsvSource({"classic, 1", "classic, 2", "pocket, 1"})
  void seesPlayThatIsAddedOnceToTheTarget(String machine, int seed) {
    Drawn drawn =
        Drawn.portrait(
            machine,
            seed,
            LENGTH_MM,
            UnaryOperator.identity(),
            CompensationMistakes::addedOnceToTheTarget);
    assertThat(drawn.fidelity().meanMm()).isGreaterThan(0.5);
  }

  /** Strictly at its time the stylus is where it should be too; a mistake shows even more. */
  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"classic", "pocket"})
  void theWindowHidesNoMistake(String machine) {
    Drawn good = Drawn.portrait(machine, 1, LENGTH_MM);
    assertThat(Fidelity.of(good.plan(), good.trace(), 0).meanMm()).isLessThan(2 * BAR_MM);
    Drawn bad = Drawn.portrait(machine, 1, LENGTH_MM, Lines::withoutPlay, (plan, steps) -> steps);
    assertThat(Fidelity.of(bad.plan(), bad.trace(), 0).meanMm())
        .isBetween(bad.fidelity().meanMm(), 3 * bad.fidelity().meanMm());
  }

  @Test
  void nothingToDrawIsDrawnWell() {
    Drawn drawn = Drawn.portrait("classic", 1, 0);
    assertThat(drawn.stepPlan().size()).isZero();
    assertThat(drawn.fidelity()).isEqualTo(new Fidelity(0, 0, 0));
  }

  @Test
  void measuresAShiftOfTheWholeLine() {
    Fidelity fidelity = Drawn.portrait("classic", 1, 300).fidelityShiftedBy(new Point(30, 0));
    assertThat(fidelity.meanMm()).isGreaterThan(10).isLessThan(31);
    assertThat(fidelity.maxMm()).isCloseTo(30, within(1.0));
  }

  @Test
  void aLineThatLiesOnItsNeighbourIsNotInItsPlace() {
    MachineProfile machine = Lines.machine("classic");
    List<Point> hatching = new ArrayList<>(List.of(machine.home().pointMm()));
    for (int row = 0; row < 20; row++) {
      hatching.add(new Point(row % 2 == 0 ? 10 : 60, 90 - row));
      hatching.add(new Point(row % 2 == 0 ? 60 : 10, 90 - row));
    }
    Drawn drawn = Drawn.of(machine, Lines.line(hatching), machine.motion(), (plan, steps) -> steps);
    assertThat(drawn.fidelity().meanMm()).isLessThan(BAR_MM);
    assertThat(drawn.fidelityShiftedBy(new Point(0, 1)).meanMm()).isCloseTo(1, within(0.2));
  }
}
