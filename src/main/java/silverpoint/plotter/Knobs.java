package silverpoint.plotter;

import silverpoint.geometry.Box;
import silverpoint.motion.MotionPlanner;
import silverpoint.motion.MotionSettings;
import silverpoint.motion.StepGenerator;

/** Turns the knobs by motor steps, with ramps, without thinking of the stylus. */
public final class Knobs {
  private final Plotter plotter;
  private final MotionPlanner planner;
  private final StepGenerator generator;

  public Knobs(Plotter plotter, MotionSettings motion) {
    this.plotter = plotter;
    planner = new MotionPlanner(motion, new Box(0, 0, 1, 1));
    generator = new StepGenerator(motion);
  }

  public void turn(int xSteps, int ySteps) {
    plotter.draw(generator.generate(planner.turn(xSteps, ySteps)));
  }
}
