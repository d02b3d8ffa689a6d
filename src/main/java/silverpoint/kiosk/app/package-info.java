/**
 * The running kiosk, put together: which implementation stands behind each seam, in which order
 * parts are opened and closed, and how pages look at them. In go settings and a choice of machine,
 * out comes a kiosk that runs until it is closed. Begin with {@link
 * silverpoint.kiosk.app.RunningKiosk}; {@link silverpoint.kiosk.app.Wiring} is the only place that
 * chooses the stages of the pipeline.
 */
@NullMarked
package silverpoint.kiosk.app;

import org.jspecify.annotations.NullMarked;
