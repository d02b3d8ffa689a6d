package silverpoint.kiosk.history;

/**
 * What a line is like.
 *
 * @param strokes that it draws
 * @param lengthMm of the whole line
 * @param connectorMm of it that joins strokes
 * @param retraceMm of it that is drawn twice
 * @param reversalsX how often the x axis turns round while it is drawn
 * @param reversalsY the same of the y axis
 * @param sketchMs from the shot to the motor steps, the choice of the best frame included
 * @param style of the line art
 */
public record LineFigures(
    int strokes,
    double lengthMm,
    double connectorMm,
    double retraceMm,
    int reversalsX,
    int reversalsY,
    double sketchMs,
    String style) {}
