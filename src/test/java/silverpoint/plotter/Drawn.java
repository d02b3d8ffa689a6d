package silverpoint.plotter;

import java.util.function.UnaryOperator;
import silverpoint.config.MachineProfile;
import silverpoint.geometry.Box;
import silverpoint.motion.Lines;
import silverpoint.motion.MotionPlan;
import silverpoint.motion.MotionPlanner;
import silverpoint.motion.MotionSettings;
import silverpoint.motion.StepGenerator;
import silverpoint.motion.StepPlan;

/**
 * A portrait-like line, planned and drawn on the simulated toy of a shipped machine.
 *
 * @param machine the truth
 * @param stepPlan drawn from home
 * @param trace what the toy made of it
 * @param lostSteps by the simulated motors
 */
record Drawn(
    MachineProfile machine, MotionPlan plan, StepPlan stepPlan, StylusTrace trace, int lostSteps) {
  /** A change of the steps, such as a mistake of the controller. */
  interface Rewrite {
    StepPlan of(MotionPlan plan, StepPlan steps);
  }

  static Drawn portrait(String machine, int seed, double lengthMm) {
    return portrait(machine, seed, lengthMm, UnaryOperator.identity(), (plan, steps) -> steps);
  }

  /**
   * @param belief what the controller believes instead of the shipped settings
   */
  static Drawn portrait(
      String name,
      int seed,
      double lengthMm,
      UnaryOperator<MotionSettings> belief,
      Rewrite rewrite) {
    MachineProfile machine = Lines.machine(name);
    Box areaMm = machine.page().drawableMm();
    MotionSettings settings = belief.apply(machine.motion());
    MotionPlan plan =
        new MotionPlanner(settings, areaMm)
            .plan(Lines.portrait(seed, areaMm, machine.home().pointMm(), lengthMm));
    StepPlan steps = rewrite.of(plan, new StepGenerator(settings).generate(plan));
    SimulatedEtchASketch toy = toy(machine);
    toy.draw(steps);
    return new Drawn(machine, plan, steps, toy.trace(), toy.lostSteps());
  }

  /** A fresh toy. */
  SimulatedEtchASketch toy() {
    return toy(machine);
  }

  Fidelity fidelity() {
    return Fidelity.of(plan, trace);
  }

  private static SimulatedEtchASketch toy(MachineProfile machine) {
    return new SimulatedEtchASketch(machine.simulator(), machine.home().pointMm());
  }
}
