/**
 * Engineers' measuring; nothing that the kiosk needs. Sees everything but the command line, and is
 * seen by that alone.
 */
@NullMarked
package silverpoint.lab;

import org.jspecify.annotations.NullMarked;
