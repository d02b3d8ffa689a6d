package silverpoint.kiosk.history;

import java.time.Instant;

/**
 * How a portrait was liked; of whom it was is not known.
 *
 * @param hour that it was said in
 * @param drawTimeS planned motion
 */
public record RatingEntry(Instant hour, String style, double drawTimeS, boolean liked) {}
