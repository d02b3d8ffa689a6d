package silverpoint.kiosk.app;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import silverpoint.kiosk.config.MachineProfiles;
import silverpoint.kiosk.config.Mounting;
import silverpoint.machine.calibration.Calibration;

/** Keeps what a calibration has measured of a machine. */
public final class MeasuredProfile {
  private MeasuredProfile() {}

  /** Tells the file. It describes the toy on its feet, however it is mounted. */
  public static Path keep(MachineChoice choice, Calibration.Result result, Mounting mounting) {
    Map<String, String> values = new LinkedHashMap<>();
    boolean upright = mounting == Mounting.LANDSCAPE;
    put(values, "motion.x.", upright ? result.x() : result.y());
    put(values, "motion.y.", upright ? result.y() : result.x());
    MachineProfiles machines = choice.places().machines();
    machines.keep(choice.name(), values, LocalDate.now(ZoneId.systemDefault()));
    return machines.measuredFile(choice.name());
  }

  private static void put(Map<String, String> values, String axis, Calibration.Measured measured) {
    values.put(axis + "stepsPerMm", String.format(Locale.ROOT, "%.3f", measured.stepsPerMm()));
    values.put(axis + "backlashSteps", String.valueOf(measured.backlashSteps()));
  }
}
