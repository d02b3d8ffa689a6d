package silverpoint.kiosk.access;

/** What somebody may do; each role may do all that the roles before it may. */
public enum Role {
  /** Anybody who reaches the server: the page to log in, and whether the server is alive. */
  ANYONE,
  /** The kiosk's own screen, known by its loopback address. */
  VISITOR,
  /** Watches. */
  VIEWER,
  /** Steers the booth and sees the camera. */
  OPERATOR,
  /** Moves the motors by hand, calibrates, reads the log. */
  ENGINEER,
  /** Sets PINs and API keys. */
  ADMIN;

  public boolean includes(Role other) {
    return compareTo(other) >= 0;
  }
}
