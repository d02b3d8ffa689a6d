/**
 * Stage: motion. The route in mm becomes a plan of moves that the machine can follow, and the plan
 * becomes motor steps with exact times; this is the only place where millimetres become steps and
 * nanoseconds. The play of each axis is taken up where it reverses, with the stylus at rest. Pure:
 * the same route and settings give the same steps, bit for bit. Begin with {@link
 * silverpoint.machine.motion.MotionPlanner}.
 */
@NullMarked
package silverpoint.machine.motion;

import org.jspecify.annotations.NullMarked;
