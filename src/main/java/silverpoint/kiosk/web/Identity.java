package silverpoint.kiosk.web;

import java.util.Optional;
import silverpoint.kiosk.access.Login;
import silverpoint.kiosk.access.Role;

/**
 * Who sent a request.
 *
 * @param role what they may do
 * @param mayStop whether they may press the emergency stop: staff, the kiosk's screen, and staff
 *     whose login has lapsed since
 * @param login theirs, when there is one
 * @param name how the audit log calls them
 */
public record Identity(Role role, boolean mayStop, Optional<Login> login, String name) {}
