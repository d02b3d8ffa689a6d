package silverpoint.kiosk.booth;

import java.util.Optional;

/**
 * What the booth asks of its crew; answers come back as events. None of them may block the loop.
 */
public sealed interface BoothAction {
  /** The guest agreed: from here on, keep the best frames of the session. */
  record CollectFrames(long session) implements BoothAction {}

  /** Hand the best frame of the session to the sketcher: FrameTaken or FrameMissed. */
  record TakeFrame(long session) implements BoothAction {}

  /**
   * Make a line of the frame that was taken: Sketched or SketchFailed. Others of the same frame may
   * follow, each with AlsoSketched, until the session is settled or forgotten.
   */
  record Sketch(long session) implements BoothAction {}

  /** The guest has decided for the line of a style: forget the others, and make no more. */
  record Settle(long session, String style) implements BoothAction {}

  /** Forget the session's frame and whatever was made of it. */
  record Forget(long session) implements BoothAction {}

  /** Draw the session's line: DrawingFinished, DrawingHeld, DrawingStopped or MachineFailed. */
  record Draw(Ticket ticket) implements BoothAction {}

  /** Come to rest on the line: DrawingHeld. */
  record Hold() implements BoothAction {}

  record Resume() implements BoothAction {}

  /** Come to rest and give the drawing up: DrawingStopped. */
  record StopDrawing() implements BoothAction {}

  /** Take the current from the motors at once. */
  record CutMotors() implements BoothAction {}

  /**
   * Bring the stylus to where the next line begins: Parked.
   *
   * @param next whose line that is; empty for whoever comes: to the machine's park point
   */
  record Park(Optional<Long> next) implements BoothAction {}

  /** The page is blank. */
  record NoteErased() implements BoothAction {}

  /** Ask the machine whether it can go on: MachineReady or MachineFailed. */
  record CheckMachine() implements BoothAction {}

  /** Turn the knobs for staff: ServiceEnded. */
  record Serve(BoothCommand.Service task) implements BoothAction {}

  /** Change a setting of the pipeline, the camera or the motors' rest, or answer a question. */
  record Apply(BoothCommand command) implements BoothAction {}

  /** Forget everything, kept lines too. */
  record EraseEverything() implements BoothAction {}

  /** A session began. */
  record NoteBegun(Session session) implements BoothAction {}

  /** A session ended before its sketch was accepted. */
  record NoteEnded(Session session, Outcome outcome) implements BoothAction {}

  /** A ticket came to its end in the queue. */
  record NoteUndrawn(Ticket ticket, Outcome outcome) implements BoothAction {}

  /** A ticket came to its end in the machine. */
  record NoteTicketEnded(Job job, Outcome outcome) implements BoothAction {}

  /** Somebody said of the finished portrait whether it is liked. */
  record NoteRating(long session, boolean liked) implements BoothAction {}

  /** A fault was noticed. */
  record NoteFault(Fault fault) implements BoothAction {}
}
