package silverpoint.machine.simulator;

/**
 * Play between a knob and the stylus: after a reversal the stylus rests over a dead zone, then
 * follows more and more over an elastic zone, since the cable tightens. A Prandtl-Ishlinskii model:
 * the mean of play operators whose widths are spread over the elastic zone.
 */
final class SimulatedPlay {
  private static final int OPERATORS = 16;

  private final double[] halfWidth = new double[OPERATORS];
  private final double[] operator = new double[OPERATORS];
  private final double atStart;

  SimulatedPlay(ToyAxisSettings axis) {
    for (int i = 0; i < OPERATORS; i++) {
      double width = axis.deadZoneSteps() + axis.elasticZoneSteps() * (i + 0.5) / OPERATORS;
      halfWidth[i] = width / 2;
      operator[i] = -axis.homeApproach().sign() * width / 2;
    }
    atStart = mean();
  }

  /**
   * Where the stylus is, in steps from its start, when the knob is {@code steps} from its start.
   */
  double stylusSteps(double steps) {
    for (int i = 0; i < OPERATORS; i++) {
      operator[i] = Math.clamp(operator[i], steps - halfWidth[i], steps + halfWidth[i]);
    }
    return mean() - atStart;
  }

  private double mean() {
    double sum = 0;
    for (double steps : operator) {
      sum += steps;
    }
    return sum / OPERATORS;
  }
}
