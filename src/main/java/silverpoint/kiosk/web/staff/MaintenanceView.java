package silverpoint.kiosk.web.staff;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import silverpoint.kiosk.booth.WireName;
import silverpoint.kiosk.history.LineFigures;
import silverpoint.kiosk.history.SessionEntry;

/**
 * What the machine has drawn, and whether it wants to be calibrated. Portraits count, with every
 * redraw; test patterns and jogs do not.
 *
 * @param life since the history began
 * @param calibratedOn ISO 8601 day of the last calibration; null when the profile holds estimates
 * @param sinceCalibration from that day on; all of its life when it never was calibrated
 * @param hoursToCalibration of drawing, until it should be calibrated again; 0 when it is due
 */
@WireName("MaintenanceView")
record MaintenanceView(
    Wear life,
    Optional<String> calibratedOn,
    Wear sinceCalibration,
    double hoursToCalibration,
    boolean calibrationIsDue) {
  /** Cables stretch and knobs loosen; an evening's look at the test pattern may say sooner. */
  private static final double HOURS_BETWEEN_CALIBRATIONS = 25;

  /**
   * Work that wears.
   *
   * @param drawnHours of planned motion, without pauses
   * @param reversalsX how often the x axis turned round
   * @param reversalsY the same of the y axis
   */
  @WireName("MaintenanceViewWear")
  public record Wear(
      int portraits, double drawnM, double drawnHours, long reversalsX, long reversalsY) {
    public static Wear of(List<SessionEntry> drawn) {
      int portraits = 0;
      double mm = 0;
      double s = 0;
      long x = 0;
      long y = 0;
      for (SessionEntry entry : drawn) {
        int passes = 1 + entry.redraws();
        portraits += passes;
        s += passes * entry.drawTimeS();
        Optional<LineFigures> line = entry.figures();
        mm += passes * line.map(LineFigures::lengthMm).orElse(0.0);
        x += (long) passes * line.map(LineFigures::reversalsX).orElse(0);
        y += (long) passes * line.map(LineFigures::reversalsY).orElse(0);
      }
      return new Wear(portraits, mm / 1000, s / 3600, x, y);
    }
  }

  public static MaintenanceView of(
      List<SessionEntry> sessions, Optional<LocalDate> calibratedOn, ZoneId zone) {
    List<SessionEntry> drawn =
        sessions.stream().filter(entry -> entry.drawEnded().isPresent()).toList();
    Wear since =
        Wear.of(
            drawn.stream()
                .filter(entry ->
                    calibratedOn
                        .filter(day -> entry.began().isBefore(day.atStartOfDay(zone).toInstant()))
                        .isEmpty())
                .toList());
    double left = Math.max(0, HOURS_BETWEEN_CALIBRATIONS - since.drawnHours());
    return new MaintenanceView(
        Wear.of(drawn), calibratedOn.map(LocalDate::toString), since, left, left == 0);
  }
}
