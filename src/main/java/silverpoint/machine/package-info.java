/**
 * The drawing machine, which knows neither faces nor routes: any line in mm goes in, motor steps at
 * their times come out, on real motors or in simulation.
 *
 * <p>The rooms in order: {@code motion} plans, {@code driver} turns steps into levels of lines,
 * {@code gpio} owns the lines, {@code plotter} executes, {@code calibration} measures, {@code
 * simulator} stands in for motors and toy.
 */
@NullMarked
package silverpoint.machine;

import org.jspecify.annotations.NullMarked;
