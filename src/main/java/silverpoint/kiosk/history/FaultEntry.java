package silverpoint.kiosk.history;

import java.time.Instant;

/**
 * A fault as it is remembered.
 *
 * @param kind CAMERA, PLOTTER and so on
 * @param message of whoever noticed it
 */
public record FaultEntry(Instant at, String kind, String message) {}
