/**
 * Stage: the drawing machine. A step plan becomes a line program, writes to the lines of a motor
 * driver; an executor writes them at their times. The lines are those of a computer, or lead to a
 * simulated driver that turns the knobs of a simulated Etch-a-Sketch, with the faults of the real
 * one: play, elastic cables, lost steps and a frame that stops the stylus. What a person does to
 * set a machine up is here too: calibration, and the position that survives a crash.
 */
@NullMarked
package silverpoint.plotter;

import org.jspecify.annotations.NullMarked;
