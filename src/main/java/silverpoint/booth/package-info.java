/**
 * The kiosk as guests see it. Two tracks run side by side: the visitor at the camera ({@link
 * silverpoint.booth.VisitorState}) and the machine that draws the visitor before ({@link
 * silverpoint.booth.MachineState}); between them lies a queue of tickets. {@link
 * silverpoint.booth.BoothTransitions} is the whole flow as a pure function of state, event and
 * time; {@link silverpoint.booth.Booth} is the one loop that calls it, and its {@link
 * silverpoint.booth.Crew} does what it asks for and answers with events.
 *
 * <p>States and events hold numbers and words only: no picture and no line ever enters them.
 */
@NullMarked
package silverpoint.booth;

import org.jspecify.annotations.NullMarked;
