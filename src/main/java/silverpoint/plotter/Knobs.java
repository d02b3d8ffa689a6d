package silverpoint.plotter;

import java.util.function.Consumer;
import silverpoint.geometry.Box;
import silverpoint.motion.MotionPlanner;
import silverpoint.motion.MotionSettings;
import silverpoint.motion.StepGenerator;
import silverpoint.motion.StepPlan;

/** Turns the knobs by motor steps, with ramps, without thinking of the stylus. */
public final class Knobs {
  private final Consumer<StepPlan> motors;
  private final MotionPlanner planner;
  private final StepGenerator generator;

  /**
   * @param motors execute a plan whatever that does to the stylus
   */
  public Knobs(Consumer<StepPlan> motors, MotionSettings motion) {
    this.motors = motors;
    planner = new MotionPlanner(motion, new Box(0, 0, 1, 1));
    generator = new StepGenerator(motion);
  }

  public void turn(int xSteps, int ySteps) {
    motors.accept(generator.generate(planner.turn(xSteps, ySteps)));
  }
}
