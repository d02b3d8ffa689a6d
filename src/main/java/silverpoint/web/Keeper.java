package silverpoint.web;

import silverpoint.access.ApiKeys;
import silverpoint.access.AuditLog;
import silverpoint.access.RefusedLogins;
import silverpoint.access.Sessions;
import silverpoint.access.StaffPins;
import silverpoint.access.TryDelay;

/** Everything that decides who may do what, and the log of what they did. */
public record Keeper(
    StaffPins pins,
    ApiKeys keys,
    Sessions sessions,
    TryDelay delay,
    RefusedLogins refused,
    AuditLog audit) {}
