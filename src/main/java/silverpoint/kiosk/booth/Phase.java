package silverpoint.kiosk.booth;

/** The booth in one word, for headlines: the guest at the camera first, then the machine. */
public enum Phase {
  ATTRACT("Invite people to stand in front of the camera."),
  CONSENT("The guest reads the notice; a touch or the button agrees."),
  FRAMING("The guest follows the hints on the screen."),
  COUNTDOWN("The guest holds still."),
  CAPTURED("The guest holds still."),
  SKETCHING("The line is being made; a few seconds."),
  REVIEW("The guest accepts the sketch or takes another."),
  QUEUED("The guest is told when the portrait will be done."),
  SORRY("The guest is told why there is no portrait."),
  DRAWING("Let it draw; guests may watch."),
  PAUSING("The motors come to rest."),
  PAUSED("Resume the drawing, or cancel it."),
  STOPPING("The motors come to rest."),
  DONE("Let the guest take a photo."),
  PARKING("The stylus goes to where the next line begins; then the toy is shaken."),
  ERASE("Shake the toy upside down, put it back, confirm that it is erased."),
  SERVICE("Staff turn the knobs."),
  FAULT("Look at the fault and its cure."),
  CLOSED("Open the booth when you are ready.");

  private final String whatNext;

  Phase(String whatNext) {
    this.whatNext = whatNext;
  }

  /** What staff do next, in English; the name in lower case is the key of its translation. */
  public String whatNext() {
    return whatNext;
  }

  static Phase of(BoothState state) {
    return switch (state.visitor()) {
      case VisitorState.Attract _ -> idle(state);
      case VisitorState.Consent _ -> CONSENT;
      case VisitorState.Framing _ -> FRAMING;
      case VisitorState.Countdown _ -> COUNTDOWN;
      case VisitorState.Captured _ -> CAPTURED;
      case VisitorState.Sketching _ -> SKETCHING;
      case VisitorState.Review _ -> REVIEW;
      case VisitorState.Queued _ -> QUEUED;
      case VisitorState.Sorry _ -> SORRY;
    };
  }

  private static Phase idle(BoothState state) {
    return switch (state.machine()) {
      case MachineState.Drawing _ -> DRAWING;
      case MachineState.Pausing _ -> PAUSING;
      case MachineState.Paused _ -> PAUSED;
      case MachineState.Stopping _ -> STOPPING;
      case MachineState.Done _ -> DONE;
      case MachineState.Parking _ -> PARKING;
      case MachineState.Erase _ -> ERASE;
      case MachineState.Servicing _ -> SERVICE;
      case MachineState.Faulted _ -> FAULT;
      case MachineState.Recovering _ -> FAULT;
      case MachineState.OutOfService _ -> FAULT;
      case MachineState.Ready _ ->
          state.hindrance().isPresent() ? FAULT : state.open() ? ATTRACT : CLOSED;
    };
  }
}
