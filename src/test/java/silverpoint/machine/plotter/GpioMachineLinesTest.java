package silverpoint.machine.plotter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import silverpoint.machine.gpio.GpioException;

/** The lines of real motors: taken, gone, and given back. */
class GpioMachineLinesTest {
  private final GpioBench bench = new GpioBench();

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void linesThatAreGoneAreAFailureOfTheMachineInWords() {
    GpioMachine machine = bench.open();
    bench.whileItDraws(() -> bench.chip.outputsGone = true);
    assertThatExceptionOfType(PlotterException.class)
        .isThrownBy(() -> machine.draw(bench.plan))
        .withMessage("GPIO lines cannot be written: error 19");
    assertThatExceptionOfType(PlotterException.class).isThrownBy(machine::release);
    machine.stop();
    assertThat(GpioBench.next(bench.notices))
        .isEqualTo(
            "the motors cannot be released, switch their supply off:"
                + " GPIO lines cannot be written: error 19");
  }

  @Test
  void levelsThatCannotBeReadAreAFailureOfTheMachineInWords() {
    GpioMachine machine = bench.open();
    bench.chip.inputsGone = true;
    assertThatExceptionOfType(NotBegunException.class).isThrownBy(() -> machine.draw(bench.plan));
    assertThat(bench.steps).isEmpty();
  }

  /** What a machine may be in the middle of. */
  private enum Moment {
    NOTHING,
    DRAWN,
    HELD,
    STOPPED,
    DRAWING,
    INPUTS_GONE,
    OUTPUTS_GONE,
    INTERRUPTED
  }

  @ParameterizedTest
  @EnumSource(Moment.class)
  void closingGivesEveryLineBack(Moment moment) {
    GpioMachine machine = bench.open();
    switch (moment) {
      case NOTHING -> {}
      case DRAWN -> machine.draw(bench.plan);
      case HELD -> {
        bench.whileItDraws(machine::hold);
        assertThat(machine.draw(bench.plan)).isEqualTo(RunOutcome.HELD);
      }
      case STOPPED -> {
        bench.whileItDraws(bench::press);
        assertThat(machine.draw(bench.plan)).isEqualTo(RunOutcome.STOPPED);
      }
      case DRAWING -> {
        bench.whileItDraws(machine::close);
        assertThatExceptionOfType(PlotterException.class)
            .isThrownBy(() -> machine.draw(bench.plan));
        assertThat(machine.progress().positionCertain()).isFalse();
      }
      case INPUTS_GONE -> {
        bench.chip.inputsGone = true;
        GpioBench.next(bench.notices);
      }
      case OUTPUTS_GONE -> bench.chip.outputsGone = true;
      case INTERRUPTED -> Thread.currentThread().interrupt();
    }
    machine.close();
    assertThat(Thread.interrupted()).isEqualTo(moment == Moment.INTERRUPTED);
    assertThat(bench.chip.inputsClosed).isTrue();
    assertThat(bench.chip.outputsClosed).isTrue();
    assertThat(bench.chip.driver.energised()).isFalse();
    if (moment == Moment.OUTPUTS_GONE) {
      assertThat(GpioBench.next(bench.notices)).startsWith("the motors may have current");
    }
    bench.notices.clear();
    machine.close();
    assertThat(bench.notices).isEmpty();
  }

  @Test
  void aMachineThatCannotHaveAllItsLinesTakesNone() {
    bench.chip.outputsTaken = true;
    assertThatExceptionOfType(GpioException.class).isThrownBy(bench::open);
    assertThat(bench.chip.inputsClosed).isTrue();
  }

  @Test
  void aMachineThatCannotBeginGivesItsLinesBack() {
    assertThatIllegalStateException()
        .isThrownBy(() ->
            bench.open(
                () -> {
                  throw new IllegalStateException("no such call");
                },
                (control, active) -> {},
                bench.notices::add));
    assertThat(bench.chip.inputsClosed).isTrue();
    assertThat(bench.chip.outputsClosed).isTrue();
  }

  @Test
  void saysWhatIsRefusedBeforeThereAreSteps() {
    bench.open(() -> List.of("no real-time priority"), (control, active) -> {}, bench.notices::add);
    assertThat(GpioBench.next(bench.notices)).isEqualTo("no real-time priority");
    assertThat(bench.notices).isEmpty();
  }
}
