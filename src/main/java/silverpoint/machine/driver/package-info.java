/**
 * The electronics between a computer's lines and two motors: which levels mean a step, and how long
 * they must stand. In goes a {@link silverpoint.machine.motion.StepPlan}, out comes a {@link
 * silverpoint.machine.driver.LineProgram}: writes to the lines with their times in ns. Knows no
 * simulation. Begin with {@link silverpoint.machine.driver.MotorDriver}.
 */
@NullMarked
package silverpoint.machine.driver;

import org.jspecify.annotations.NullMarked;
