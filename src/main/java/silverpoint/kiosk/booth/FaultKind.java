package silverpoint.kiosk.booth;

/** What can go wrong, and what helps. */
public enum FaultKind {
  CAMERA(true, true, "Do what the message says; the kiosk finds the camera again by itself."),
  /** The camera is mounted on its side or upside down: nobody can be drawn. */
  CAMERA_TURNED(
      false, true, "Set what the message says, then start the kiosk again, or turn the camera."),
  MODEL(
      true, true, "Restore the folder 'models' from the release; the kiosk tries again by itself."),
  /** The sketcher works on what nobody waits for any more, and does not end. */
  SKETCH_HANGS(
      true,
      true,
      "Look at what the message says, as the network; the kiosk goes on by itself as soon as the"
          + " sketch ends. If it does not within minutes, start the program again."),
  HISTORY(
      false,
      true,
      "Look at the disk: it needs room, and must be writable; drawing goes on meanwhile."),
  PLOTTER(false, true, "Look at the motors' power and plugs, then reset the fault."),
  /** The motors do not begin to turn, since where the stylus stands cannot be noted. */
  POSITION_FILE(
      false, true, "Make room on the disk, or make it writable; the kiosk goes on by itself."),
  /** Guests wait longer than they need. */
  LATE_STEPS(
      false,
      true,
      "Do what the message says, so that drawings take no longer than planned; drawing goes on"
          + " meanwhile."),
  /** Guests have no receipt; all else goes on. */
  RECEIPT_PRINTER(
      false,
      true,
      "Do what the message says; the booth goes on meanwhile, and receipts of the last minutes are"
          + " printed as soon as the printer works."),
  POSITION_UNKNOWN(
      false,
      false,
      "Jog the stylus to the corner of the margin, declare it home, then erase the toy."),
  NOT_ERASED(false, false, "Shake the toy upside down, then confirm that it is erased."),
  EMERGENCY_STOP(
      false,
      false,
      "Make sure that nobody is hurt, reset the fault, then look where the stylus stands."),
  PROGRAM(
      false,
      true,
      "The kiosk goes on. If it happens again, save the support bundle and start the program"
          + " again.");

  private final boolean stopsVisitors;
  private final boolean healsItself;
  private final String cure;

  FaultKind(boolean stopsVisitors, boolean healsItself, String cure) {
    this.stopsVisitors = stopsVisitors;
    this.healsItself = healsItself;
    this.cure = cure;
  }

  /** Whether no new guest can be served until it is over. */
  public boolean stopsVisitors() {
    return stopsVisitors;
  }

  /** Whether the kiosk may find by itself that it is over; otherwise a person must say so. */
  public boolean healsItself() {
    return healsItself;
  }

  /** What a person does about it. */
  public String cure() {
    return cure;
  }
}
