/**
 * What the kernel does for machines: the system calls that GPIO and serial ports need, and serial
 * ports themselves. In go bytes for a board, out come those that it answers. Without a native
 * library of its own, so that nothing is unpacked at run time. Begin with {@link
 * silverpoint.machine.linux.SerialPort}.
 */
@NullMarked
package silverpoint.machine.linux;

import org.jspecify.annotations.NullMarked;
