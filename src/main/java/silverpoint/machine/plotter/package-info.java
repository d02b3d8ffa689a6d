/**
 * Executes a step plan: writes go to the lines at their times, a hold comes to rest on the path, a
 * stop takes the current away, and where the stylus is survives a crash of the program. In goes a
 * {@link silverpoint.machine.motion.StepPlan}, out come motion and an {@link
 * silverpoint.machine.plotter.RunOutcome}. Begin with {@link silverpoint.machine.plotter.Plotter}.
 */
@NullMarked
package silverpoint.machine.plotter;

import org.jspecify.annotations.NullMarked;
