package silverpoint.kiosk.booth;

/** What happens to the booth. Events that no longer fit the state change nothing. */
public sealed interface BoothEvent {
  /** Time has passed. */
  record Tick() implements BoothEvent {}

  /** Somebody wants something. */
  record Commanded(BoothCommand command) implements BoothEvent {}

  /**
   * What the camera sees of the person who is next; sent when it changes and about once a second.
   *
   * @param track the face that is near enough to be asked, the same number as long as it is
   *     followed; 0 for none
   * @param wellFramed whether a picture of it would be good
   * @param canTouch whether it could touch the screen; the demo's guests cannot
   */
  record SubjectSeen(long track, boolean wellFramed, boolean canTouch) implements BoothEvent {
    public SubjectSeen {
      wellFramed = wellFramed && track != 0;
    }

    /** A person. */
    public SubjectSeen(long track, boolean wellFramed) {
      this(track, wellFramed, true);
    }
  }

  /** The best frame of the session is in the sketcher's hands. */
  record FrameTaken(long session) implements BoothEvent {}

  /** The camera gave no usable frame. */
  record FrameMissed(long session) implements BoothEvent {}

  /** The line is made. */
  record Sketched(long session, Offer offer) implements BoothEvent {}

  /** Another line of the same frame is made. */
  record AlsoSketched(long session, Offer offer) implements BoothEvent {}

  /**
   * There is no line.
   *
   * @param noFace whether the picture is to blame: no face in it, or none that could be drawn
   */
  record SketchFailed(long session, boolean noFace, String message) implements BoothEvent {}

  record DrawingFinished(long session) implements BoothEvent {}

  /** The motors rest on the line. */
  record DrawingHeld(long session) implements BoothEvent {}

  /** The motors rest after a stop. */
  record DrawingStopped(long session, boolean positionKnown) implements BoothEvent {}

  /** The stylus is where it was asked to wait. */
  record Parked() implements BoothEvent {}

  /** The toy was turned over, as the tilt switch says. */
  record ErasureSeen() implements BoothEvent {}

  /** What staff asked of the machine is done; whether it knows where its stylus stands. */
  record ServiceEnded(boolean positionKnown) implements BoothEvent {}

  /** The machine can draw, and knows where its stylus stands. */
  record MachineReady() implements BoothEvent {}

  /** The machine cannot go on; its motors have no current. */
  record MachineFailed(FaultKind kind, String message) implements BoothEvent {}

  /** The mushroom was pressed, or its wire broke. */
  record EmergencyStopPressed() implements BoothEvent {}

  /** Something other than the machine fails: camera, models, history. */
  record Failing(FaultKind kind, String message) implements BoothEvent {}

  /** It works again. */
  record Healed(FaultKind kind) implements BoothEvent {}
}
