package silverpoint.history;

/**
 * What a line is like.
 *
 * @param strokes that it draws
 * @param lengthMm of the whole line
 * @param connectorMm of it that joins strokes
 * @param retraceMm of it that is drawn twice
 * @param sketchMs from the frame to the motor steps
 * @param style of the line art
 */
public record LineFigures(
    int strokes,
    double lengthMm,
    double connectorMm,
    double retraceMm,
    double sketchMs,
    String style) {}
