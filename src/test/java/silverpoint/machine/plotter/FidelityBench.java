package silverpoint.machine.plotter;

import java.util.List;
import java.util.Locale;
import silverpoint.foundation.geometry.Polyline;
import silverpoint.kiosk.config.MachineProfile;
import silverpoint.machine.calibration.Calibration;
import silverpoint.machine.motion.Backlash;
import silverpoint.machine.motion.Lines;
import silverpoint.machine.motion.MotionPlan;
import silverpoint.machine.motion.MotionPlanner;
import silverpoint.machine.motion.MotionSettings;
import silverpoint.machine.motion.StepGenerator;
import silverpoint.machine.motion.StepPlan;
import silverpoint.machine.simulator.Fidelity;
import silverpoint.machine.simulator.SimulatedEtchASketch;
import silverpoint.machine.simulator.SimulatedMachine;
import silverpoint.machine.simulator.SimulatedObserver;
import silverpoint.machine.simulator.ToySettings;

/**
 * How well a toy whose play is not what its profile says draws the same lines: before and after
 * calibration, and with mistakes of the controller.
 */
final class FidelityBench {
  private static final double WORN = 1.6;
  private static final double SHARPNESS_OF_LINE = 0.1;

  private final MachineProfile machine;
  private final List<Polyline> lines;

  /**
   * @param lines from where the stylus is parked
   */
  FidelityBench(MachineProfile machine, List<Polyline> lines) {
    this.machine = machine;
    this.lines = lines;
  }

  void print() {
    MotionSettings belief = machine.motion();
    ToySettings worn = machine.simulator().worn(WORN);
    Drawn.Rewrite asPlanned = (plan, steps) -> steps;
    print("play as the profile says", belief, machine.simulator(), asPlanned);
    print("play 1.6 times as wide, before calibration", belief, worn, asPlanned);
    print("play 1.6 times as wide, after calibration", calibrated(worn), worn, asPlanned);
    print("no play believed", Lines.withoutPlay(belief), machine.simulator(), asPlanned);
    print(
        "play added once to the target",
        belief,
        machine.simulator(),
        CompensationMistakes::addedOnceToTheTarget);
  }

  private MotionSettings calibrated(ToySettings truth) {
    SimulatedMachine simulated =
        new SimulatedMachine(
            machine.driver(),
            machine.motion(),
            truth,
            machine.home().pointMm(),
            new VirtualClock());
    return new Calibration(
            new Knobs(simulated::draw, machine.motion()),
            new SimulatedObserver(
                simulated.toy(), SHARPNESS_OF_LINE * machine.page().lineWidthMm()),
            machine.motion(),
            machine.page().drawableMm(),
            machine.page().marginMm())
        .run()
        .in(machine.motion());
  }

  private void print(String name, MotionSettings belief, ToySettings truth, Drawn.Rewrite mistake) {
    double meanMm = 0;
    double p95Mm = 0;
    double strictMm = 0;
    double strictP95Mm = 0;
    for (Polyline line : lines) {
      MotionPlan plan =
          new MotionPlanner(belief, machine.page().drawableMm())
              .plan(line, Backlash.atHome(belief));
      StepPlan steps = mistake.of(plan, new StepGenerator(belief).generate(plan));
      SimulatedEtchASketch toy = new SimulatedEtchASketch(truth, machine.parkMm());
      toy.draw(steps);
      Fidelity fidelity = Fidelity.of(plan, toy.trace());
      Fidelity strict = Fidelity.of(plan, toy.trace(), 0);
      meanMm += fidelity.meanMm() / lines.size();
      p95Mm += fidelity.p95Mm() / lines.size();
      strictMm += strict.meanMm() / lines.size();
      strictP95Mm += strict.p95Mm() / lines.size();
    }
    System.out.printf(
        Locale.ROOT,
        "%s: off by %.3f mm (95 %% below %.3f mm); strictly at its time %.3f mm (%.3f mm)%n",
        name,
        meanMm,
        p95Mm,
        strictMm,
        strictP95Mm);
  }
}
