package silverpoint.machine.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import silverpoint.machine.motion.Direction;

/** Starts at up to 2000 steps/s, runs at up to 6000 steps/s, 16 steps for a full step. */
class SimulatedRotorTest {
  private final SimulatedRotor rotor =
      new SimulatedRotor(new ToyAxisSettings(86.3, 0, 0, 16, 2000, 6000, Direction.POSITIVE));

  private long nowNs = 1_000_000_000;

  @ParameterizedTest(name = "{0} steps/s")
  @ValueSource(doubles = {10, 500, 1900})
  void startsBelowPullIn(double stepsPerS) {
    run(2000, stepsPerS, stepsPerS);
    assertThat(rotor.lost()).isZero();
    assertThat(rotor.position()).isEqualTo(2000);
  }

  @ParameterizedTest(name = "{0} steps/s")
  @ValueSource(doubles = {2200, 4000, 5900})
  void losesStepsWhenStartedAbovePullIn(double stepsPerS) {
    run(2000, stepsPerS, stepsPerS);
    assertThat(rotor.lost()).isGreaterThan(1000);
    assertThat(rotor.position()).isEqualTo(2000 - rotor.lost());
  }

  @ParameterizedTest(name = "{0} steps/s")
  @ValueSource(doubles = {4000, 5900, 20_000})
  void stallsInItsPlace(double stepsPerS) {
    run(10_000, stepsPerS, stepsPerS);
    assertThat(rotor.position()).isBetween(-2 * 64, 2 * 64);
  }

  @ParameterizedTest(name = "{0} steps/s")
  @ValueSource(doubles = {2200, 4000, 5900})
  void catchesOnAgainWhenItIsSlowedDown(double stepsPerS) {
    run(2000, stepsPerS, stepsPerS);
    run(1000, 500, 500);
    int lost = rotor.lost();
    run(1000, 500, 500);
    assertThat(rotor.lost()).isEqualTo(lost);
  }

  @Test
  void losesWholeElectricalCycles() {
    run(2000, 4000, 4000);
    assertThat(rotor.lost() % (4 * 16)).isZero();
  }

  @Test
  void followsARampUpToPullOut() {
    run(8000, 1000, 5800);
    run(2000, 5800, 5800);
    run(8000, 5800, 1000);
    assertThat(rotor.lost()).isZero();
  }

  @Test
  void losesStepsAbovePullOutInSpiteOfARamp() {
    run(12_000, 1000, 7000);
    run(4000, 7000, 7000);
    assertThat(rotor.lost()).isPositive();
  }

  @Test
  void restsBetweenTwoRuns() {
    run(1000, 1900, 1900);
    nowNs += 60_000_000_000L;
    for (int i = 0; i < 1000; i++) {
      step(-1, 1900);
    }
    assertThat(rotor.lost()).isZero();
    assertThat(rotor.position()).isZero();
  }

  @Test
  void losesStepsOnASuddenReversalAtFullSpeed() {
    run(8000, 1000, 5800);
    for (int i = 0; i < 2000; i++) {
      step(-1, 5800);
    }
    assertThat(rotor.lost()).isPositive();
  }

  /** A ramp of constant acceleration. */
  private void run(int steps, double fromStepsPerS, double toStepsPerS) {
    double fromSq = fromStepsPerS * fromStepsPerS;
    double gainSq = toStepsPerS * toStepsPerS - fromSq;
    for (int i = 0; i < steps; i++) {
      step(1, Math.sqrt(fromSq + gainSq * (i + 0.5) / steps));
    }
  }

  private void step(int direction, double stepsPerS) {
    nowNs += Math.round(1e9 / stepsPerS);
    rotor.step(direction, nowNs);
  }
}
