/** The part of OctoPrint's API that its apps need to follow and to pause a drawing. */
@NullMarked
package silverpoint.kiosk.web.octoprint;

import org.jspecify.annotations.NullMarked;
