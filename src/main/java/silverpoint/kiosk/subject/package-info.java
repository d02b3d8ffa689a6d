/**
 * The subject: who in front of the camera is to be drawn next, what they could do better, and which
 * frame shows them best. In go live frames, out come an {@link
 * silverpoint.kiosk.subject.Observation} of the newest and, when asked, a {@link
 * silverpoint.kiosk.subject.Shot}. Works on the newest frame only, keeps none, and knows nobody by
 * name. Begin with {@link silverpoint.kiosk.subject.SubjectWatch}.
 */
@NullMarked
package silverpoint.kiosk.subject;

import org.jspecify.annotations.NullMarked;
