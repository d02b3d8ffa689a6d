/**
 * The booth's crew: does what the booth asks for with the real camera, the pipeline, the machine
 * and the history, each on a thread of its own that outlives its failures. In go a {@link
 * silverpoint.kiosk.booth.BoothAction}, out come events for the booth. Pictures are in memory from
 * the guest's consent until the line is made, lines until the toy is erased. Begin with {@link
 * silverpoint.kiosk.crew.KioskCrew}.
 */
@NullMarked
package silverpoint.kiosk.crew;

import org.jspecify.annotations.NullMarked;
