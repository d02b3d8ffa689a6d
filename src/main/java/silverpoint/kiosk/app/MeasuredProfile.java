package silverpoint.kiosk.app;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import silverpoint.kiosk.config.Mounting;
import silverpoint.kiosk.config.ProfileEditor;
import silverpoint.machine.calibration.Calibration;

/** Writes what a calibration has measured into a machine's profile. */
public final class MeasuredProfile {
  private MeasuredProfile() {}

  /** The profile describes the toy on its feet, however it is mounted. */
  public static void write(Path profile, Calibration.Result result, Mounting mounting) {
    Map<String, String> values = new LinkedHashMap<>();
    boolean upright = mounting == Mounting.LANDSCAPE;
    put(values, "motion.x.", upright ? result.x() : result.y());
    put(values, "motion.y.", upright ? result.y() : result.x());
    ProfileEditor.set(profile, values, LocalDate.now(ZoneId.systemDefault()));
  }

  private static void put(Map<String, String> values, String axis, Calibration.Measured measured) {
    values.put(axis + "stepsPerMm", String.format(Locale.ROOT, "%.3f", measured.stepsPerMm()));
    values.put(axis + "backlashSteps", String.valueOf(measured.backlashSteps()));
  }
}
