package silverpoint.kiosk.web;

import silverpoint.kiosk.access.ApiKeys;
import silverpoint.kiosk.access.AuditLog;
import silverpoint.kiosk.access.Logins;
import silverpoint.kiosk.access.RefusedLogins;
import silverpoint.kiosk.access.StaffPins;
import silverpoint.kiosk.access.TryDelay;

/** Everything that decides who may do what, and the log of what they did. */
public record AccessControl(
    StaffPins pins,
    ApiKeys keys,
    Logins logins,
    TryDelay delay,
    RefusedLogins refused,
    AuditLog audit) {}
