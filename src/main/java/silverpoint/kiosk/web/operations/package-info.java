/**
 * For whoever keeps the kiosk running: signs of life, health of the computer, metrics, the newest
 * lines of the log, a bundle for support. Begin with {@link
 * silverpoint.kiosk.web.operations.ServiceApi}.
 */
@NullMarked
package silverpoint.kiosk.web.operations;

import org.jspecify.annotations.NullMarked;
