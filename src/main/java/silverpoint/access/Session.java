package silverpoint.access;

import java.time.Instant;

/**
 * One login.
 *
 * @param label names the session in the audit log; worth nothing to an attacker
 * @param pinStamp of the PIN that it was opened with
 * @param csrfToken what the page must send with every command
 * @param endsAt when it ends, used or not
 */
public record Session(String label, Role role, String pinStamp, String csrfToken, Instant endsAt) {
  /** Whether a command came from the page that this session was given to. */
  public boolean accepts(String token) {
    return Token.equal(csrfToken, token);
  }

  @Override
  public String toString() {
    return "Session[" + label + ", " + role + "]";
  }
}
