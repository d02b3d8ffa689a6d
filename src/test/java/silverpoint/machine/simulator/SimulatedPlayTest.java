package silverpoint.machine.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import silverpoint.machine.motion.Direction;

/** Home was reached upwards: 104 steps of dead zone and 52 of elastic zone lie downwards. */
class SimulatedPlayTest {
  private final SimulatedPlay play = new SimulatedPlay(axis(104, 52));

  @Test
  void followsStepByStepInTheHomeDirection() {
    assertThat(play.stylusSteps(1)).isCloseTo(1, within(1e-9));
    assertThat(play.stylusSteps(500)).isCloseTo(500, within(1e-9));
  }

  @Test
  void restsInTheDeadZone() {
    play.stylusSteps(500);
    assertThat(play.stylusSteps(500 - 104)).isCloseTo(500, within(1e-9));
  }

  @Test
  void followsMoreAndMoreInTheElasticZone() {
    double at = play.stylusSteps(-104);
    double followed = 0;
    for (int step = 105; step <= 104 + 52; step++) {
      double next = play.stylusSteps(-step);
      assertThat(at - next).isGreaterThanOrEqualTo(followed - 1e-9).isLessThanOrEqualTo(1);
      followed = at - next;
      at = next;
    }
    assertThat(followed).isCloseTo(1, within(0.05));
  }

  @Test
  void aFullReversalLosesTheDeadZoneAndHalfOfTheElasticZone() {
    assertThat(play.stylusSteps(-1000)).isCloseTo(-1000 + 104 + 26, within(1e-9));
    assertThat(play.stylusSteps(0)).isCloseTo(0, within(1e-9));
  }

  @Test
  void aSmallTurnBackAndForthLeavesNoTrace() {
    play.stylusSteps(300);
    play.stylusSteps(200);
    assertThat(play.stylusSteps(300)).isCloseTo(300, within(1e-9));
  }

  @Test
  void withoutPlayTheStylusFollows() {
    SimulatedPlay stiff = new SimulatedPlay(axis(0, 0));
    assertThat(stiff.stylusSteps(-7)).isEqualTo(-7);
    assertThat(stiff.stylusSteps(3)).isEqualTo(3);
  }

  private static ToyAxisSettings axis(double deadZoneSteps, double elasticZoneSteps) {
    return new ToyAxisSettings(
        86.3, deadZoneSteps, elasticZoneSteps, 16, 2000, 6000, Direction.POSITIVE);
  }
}
