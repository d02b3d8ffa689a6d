/**
 * Stage: the drawing machine. A plotter executes a step plan; the simulated Etch-a-Sketch does so
 * with the faults of the real one: play, elastic cables, lost steps and a frame that stops the
 * stylus.
 */
@NullMarked
package silverpoint.plotter;

import org.jspecify.annotations.NullMarked;
