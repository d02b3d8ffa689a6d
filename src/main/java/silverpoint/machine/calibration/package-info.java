/**
 * Measures scale, play and skew of a toy: turns the knobs, and asks whoever looks at the stylus. In
 * go answers, out come settings of the axes. Begin with {@link
 * silverpoint.machine.calibration.Calibration}.
 */
@NullMarked
package silverpoint.machine.calibration;

import org.jspecify.annotations.NullMarked;
