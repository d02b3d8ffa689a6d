/**
 * The kiosk as guests see it. Two tracks run side by side: the visitor at the camera ({@link
 * silverpoint.kiosk.booth.VisitorState}) and the machine that draws the visitor before ({@link
 * silverpoint.kiosk.booth.MachineState}); between them lies a queue of tickets. {@link
 * silverpoint.kiosk.booth.BoothTransitions} is the whole flow as a pure function of state, event
 * and time; {@link silverpoint.kiosk.booth.Booth} is the one loop that calls it, and its {@link
 * silverpoint.kiosk.booth.Crew} does what it asks for and answers with events.
 *
 * <p>States and events hold numbers and words only: no picture and no line ever enters them. Begin
 * with {@link silverpoint.kiosk.booth.BoothTransitions}.
 */
@NullMarked
package silverpoint.kiosk.booth;

import org.jspecify.annotations.NullMarked;
