package silverpoint.machine.plotter;

import java.util.function.UnaryOperator;
import silverpoint.foundation.geometry.Box;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.geometry.Polyline;
import silverpoint.kiosk.config.MachineProfile;
import silverpoint.machine.motion.Lines;
import silverpoint.machine.motion.MotionPlan;
import silverpoint.machine.motion.MotionPlanner;
import silverpoint.machine.motion.MotionSettings;
import silverpoint.machine.motion.StepGenerator;
import silverpoint.machine.motion.StepPlan;
import silverpoint.machine.simulator.Fidelity;
import silverpoint.machine.simulator.SimulatedEtchASketch;
import silverpoint.machine.simulator.StylusTrace;

/**
 * A portrait-like line, planned and drawn on the simulated toy of a shipped machine.
 *
 * @param machine the truth
 * @param stepPlan drawn from home
 * @param trace what the toy made of it
 * @param lostSteps by the simulated motors
 */
public record Drawn(
    MachineProfile machine, MotionPlan plan, StepPlan stepPlan, StylusTrace trace, int lostSteps) {
  /** A change of the steps, such as a mistake of the controller. */
  public interface Rewrite {
    StepPlan of(MotionPlan plan, StepPlan steps);
  }

  public static Drawn portrait(String machine, int seed, double lengthMm) {
    return portrait(machine, seed, lengthMm, UnaryOperator.identity(), (plan, steps) -> steps);
  }

  /**
   * @param belief what the controller believes instead of the shipped settings
   */
  public static Drawn portrait(
      String name,
      int seed,
      double lengthMm,
      UnaryOperator<MotionSettings> belief,
      Rewrite rewrite) {
    MachineProfile machine = Lines.machine(name);
    Box areaMm = machine.page().drawableMm();
    return of(
        machine,
        Lines.portrait(seed, areaMm, machine.home().pointMm(), lengthMm),
        belief.apply(machine.motion()),
        rewrite);
  }

  public static Drawn of(
      MachineProfile machine, Polyline line, MotionSettings settings, Rewrite rewrite) {
    MotionPlan plan = new MotionPlanner(settings, machine.page().drawableMm()).plan(line);
    StepPlan steps = rewrite.of(plan, new StepGenerator(settings).generate(plan));
    SimulatedEtchASketch toy = toy(machine);
    toy.draw(steps);
    return new Drawn(machine, plan, steps, toy.trace(), toy.lostSteps());
  }

  /** A fresh toy. */
  public SimulatedEtchASketch toy() {
    return toy(machine);
  }

  public Fidelity fidelity() {
    return Fidelity.of(plan, trace);
  }

  /** How well the line would be drawn if the whole of it lay elsewhere. */
  public Fidelity fidelityShiftedBy(Point offMm) {
    StylusTrace.Recorder shifted = new StylusTrace.Recorder();
    for (int i = 0; i < trace.size(); i++) {
      Point at = trace.atMm(i).plus(offMm);
      shifted.add(trace.timeNs(i), at.x(), at.y());
    }
    return Fidelity.of(plan, shifted.trace());
  }

  private static SimulatedEtchASketch toy(MachineProfile machine) {
    return new SimulatedEtchASketch(machine.simulator(), machine.home().pointMm());
  }
}
