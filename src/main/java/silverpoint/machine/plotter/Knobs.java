package silverpoint.machine.plotter;

import java.util.function.Consumer;
import silverpoint.foundation.geometry.Box;
import silverpoint.machine.motion.MotionPlanner;
import silverpoint.machine.motion.MotionSettings;
import silverpoint.machine.motion.StepGenerator;
import silverpoint.machine.motion.StepPlan;

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
