/**
 * A plotter behind a board with GRBL 1.1 or grblHAL. In go step plans, play included; out come
 * lines of G-code whose ends are our steps, so that the board counts what we count. Begin with
 * {@link silverpoint.machine.grbl.GrblPlotter}.
 */
@NullMarked
package silverpoint.machine.grbl;

import org.jspecify.annotations.NullMarked;
