package silverpoint.kiosk.history;

/**
 * How long things are kept; history.yaml.
 *
 * @param keptLinesHours the line of a guest who allowed it is deleted after this time; 0 keeps
 *     none; 0..720
 */
public record HistorySettings(double keptLinesHours) {
  public HistorySettings {
    if (!(keptLinesHours >= 0 && keptLinesHours <= 720)) {
      throw new IllegalArgumentException("keptLinesHours must lie in 0..720: " + keptLinesHours);
    }
  }

  long keptLinesMs() {
    return Math.round(keptLinesHours * 3_600_000);
  }
}
