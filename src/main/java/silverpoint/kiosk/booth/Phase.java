package silverpoint.kiosk.booth;

/** The booth in one word, for headlines: the guest at the camera first, then the machine. */
public enum Phase {
  ATTRACT,
  CONSENT,
  FRAMING,
  COUNTDOWN,
  CAPTURED,
  SKETCHING,
  REVIEW,
  QUEUED,
  SORRY,
  DRAWING,
  PAUSING,
  PAUSED,
  STOPPING,
  DONE,
  PARKING,
  ERASE,
  SERVICE,
  FAULT,
  CLOSED;

  static Phase of(BoothState state) {
    return switch (state.visitor()) {
      case VisitorState.Attract _ -> idle(state);
      case VisitorState.Finished _ -> DONE;
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
