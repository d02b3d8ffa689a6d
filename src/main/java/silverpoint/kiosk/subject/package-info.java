/**
 * The subject: who in front of the camera is to be drawn next, what they could do better, and which
 * frame shows them best. Works on the newest frame only, keeps none, and knows nobody by name.
 */
@NullMarked
package silverpoint.kiosk.subject;

import org.jspecify.annotations.NullMarked;
