/**
 * Who may do what: roles, staff PINs, sessions, API keys, the delay between tries, and the audit
 * log. Knows nothing of HTTP and nothing of the kiosk; the only room that knows Bouncy Castle.
 */
@NullMarked
package silverpoint.kiosk.access;

import org.jspecify.annotations.NullMarked;
