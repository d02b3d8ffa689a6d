/**
 * The part of OctoPrint's API that its apps need to follow a drawing and to pause, resume or cancel
 * it: a phone sees the plotter as a printer, and its drawing as a job. In go requests in
 * OctoPrint's words with an API key of the kiosk, out come the booth's state in those words and
 * commands for the booth. Whatever OctoPrint has and a plotter has not is absent. Begin with {@link
 * silverpoint.kiosk.web.octoprint.OctoPrintApi}.
 */
@NullMarked
package silverpoint.kiosk.web.octoprint;

import org.jspecify.annotations.NullMarked;
