package silverpoint.plotter;

import silverpoint.motion.StepPlan;

/** Seam: a machine that turns the knobs. */
public interface Plotter {
  /** Executes the whole plan, from where the machine stands. */
  void draw(StepPlan plan);
}
