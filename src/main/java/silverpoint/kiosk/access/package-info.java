/**
 * Who may do what: roles, staff PINs, logins, API keys, the delay between tries, and the audit log.
 * In go what somebody shows (a PIN, a key, a cookie), out comes a {@link
 * silverpoint.kiosk.access.Role} or nothing. Knows nothing of HTTP and nothing of the kiosk; the
 * only room that knows Bouncy Castle. Begin with {@link silverpoint.kiosk.access.StaffPins}.
 */
@NullMarked
package silverpoint.kiosk.access;

import org.jspecify.annotations.NullMarked;
