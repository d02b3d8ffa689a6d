/**
 * Ground: the computer's GPIO lines. The only room that knows Pi4J, and the GPIO character device
 * of the kernel (uapi/linux/gpio.h, version 2). Lines have BCM numbers; a machine's lines are
 * requested together, with their first levels, and written together. In go levels, out they stand
 * on the lines. Begin with {@link silverpoint.machine.gpio.LineGroup}.
 */
@NullMarked
package silverpoint.machine.gpio;

import org.jspecify.annotations.NullMarked;
