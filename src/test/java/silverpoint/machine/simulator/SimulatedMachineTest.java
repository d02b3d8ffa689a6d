package silverpoint.machine.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import silverpoint.machine.plotter.Drawn;
import silverpoint.machine.plotter.VirtualClock;

/** The shipped machines, from the step plan over line levels to the stylus. */
class SimulatedMachineTest {
  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"classic", "pocket"})
  void linesTurnTheKnobsAsTheStepsDo(String name) {
    Drawn drawn = Drawn.portrait(name, 5, 400);
    VirtualClock clock = new VirtualClock();
    SimulatedMachine machine =
        new SimulatedMachine(
            drawn.machine().driver(),
            drawn.machine().motion(),
            drawn.machine().simulator(),
            drawn.machine().home().pointMm(),
            clock);
    machine.draw(drawn.stepPlan());
    // I16: the estimate holds to a thousandth
    double tookS = (clock.nowNs() - drawn.machine().driver().wakeNs()) * 1e-9;
    assertThat(tookS).isCloseTo(drawn.plan().durationS(), within(1e-3 * drawn.plan().durationS()));
    machine.close();
    assertThat(machine.driver().faults()).isEmpty();
    assertThat(machine.driver().energised()).isFalse();
    StylusTrace trace = machine.toy().trace();
    assertThat(trace.size()).isEqualTo(drawn.trace().size());
    for (int i = 0; i < trace.size(); i++) {
      assertThat(trace.atMm(i).distanceTo(drawn.trace().atMm(i))).isLessThan(1e-9);
    }
    assertThat(Fidelity.of(drawn.plan(), trace).meanMm()).isLessThan(0.06);
  }
}
