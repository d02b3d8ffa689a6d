package silverpoint.kiosk.history;

import java.time.Instant;
import java.util.Optional;

/**
 * One run of the program.
 *
 * @param ended empty while it goes on, and when it was cut off
 * @param versions what made its portraits
 */
public record RunEntry(long id, Instant began, Optional<Instant> ended, Versions versions) {}
