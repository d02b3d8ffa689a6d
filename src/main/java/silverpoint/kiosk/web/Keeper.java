package silverpoint.kiosk.web;

import silverpoint.kiosk.access.ApiKeys;
import silverpoint.kiosk.access.AuditLog;
import silverpoint.kiosk.access.RefusedLogins;
import silverpoint.kiosk.access.Sessions;
import silverpoint.kiosk.access.StaffPins;
import silverpoint.kiosk.access.TryDelay;

/** Everything that decides who may do what, and the log of what they did. */
public record Keeper(
    StaffPins pins,
    ApiKeys keys,
    Sessions sessions,
    TryDelay delay,
    RefusedLogins refused,
    AuditLog audit) {}
