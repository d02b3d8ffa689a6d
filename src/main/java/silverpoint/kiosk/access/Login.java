package silverpoint.kiosk.access;

/**
 * One login.
 *
 * @param label names the login in the audit log; worth nothing to an attacker
 * @param pinStamp of the PIN that it was opened with
 * @param csrfToken what the page must send with every command
 * @param endsMs when it ends, used or not, in the time of {@link Logins}
 */
public record Login(String label, Role role, String pinStamp, String csrfToken, long endsMs) {
  /** Whether a command came from the page that this login was given to. */
  public boolean accepts(String token) {
    return Token.equal(csrfToken, token);
  }

  @Override
  public String toString() {
    return "Login[" + label + ", " + role + "]";
  }
}
