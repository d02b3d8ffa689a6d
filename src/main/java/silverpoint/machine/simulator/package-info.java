/**
 * Motors and toy in software, with the faults of the real ones: play, elastic cables, lost steps, a
 * frame that stops the stylus. In go levels of lines, out comes where the stylus went; {@code
 * Fidelity} measures that against the plan. Begin with {@link
 * silverpoint.machine.simulator.SimulatedMachine}.
 */
@NullMarked
package silverpoint.machine.simulator;

import org.jspecify.annotations.NullMarked;
