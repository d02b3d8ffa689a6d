/**
 * The booth lives through a day of guests and faults in virtual time, and says what became of
 * everybody. Begin with {@link silverpoint.lab.simulation.SimulatedDay}.
 */
@NullMarked
package silverpoint.lab.simulation;

import org.jspecify.annotations.NullMarked;
