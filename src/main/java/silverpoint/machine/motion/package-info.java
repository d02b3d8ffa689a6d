/**
 * Stage: motion. The route in mm becomes a plan of moves that the machine can follow, and the plan
 * becomes motor steps with exact times; this is the only door from millimetres to steps and
 * nanoseconds. The play of each axis is taken up where it reverses, with the stylus at rest. Pure:
 * the same route and settings give the same steps, bit for bit.
 */
@NullMarked
package silverpoint.machine.motion;

import org.jspecify.annotations.NullMarked;
