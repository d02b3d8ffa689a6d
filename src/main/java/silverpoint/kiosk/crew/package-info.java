/**
 * The booth's crew: does what the booth asks for with the real camera, the pipeline, the machine
 * and the history, each on a thread of its own that outlives its failures. Pictures are in memory
 * from the guest's consent until the line is made, lines until the toy is erased.
 */
@NullMarked
package silverpoint.kiosk.crew;

import org.jspecify.annotations.NullMarked;
