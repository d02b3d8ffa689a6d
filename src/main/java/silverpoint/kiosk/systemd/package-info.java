/**
 * What systemd is told: ready, what goes on, ending, and that the booth's loop turns. By datagrams
 * to its socket, which Java has no class for, so by {@code java.lang.foreign}. In go the
 * environment and the turns of the loop, out come nothing but datagrams. Begin with {@link
 * silverpoint.kiosk.systemd.ServiceNotices}.
 */
@NullMarked
package silverpoint.kiosk.systemd;

import org.jspecify.annotations.NullMarked;
