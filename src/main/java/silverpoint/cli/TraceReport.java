package silverpoint.cli;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Map;
import silverpoint.PlannedLine;
import silverpoint.StageTimes;

/**
 * What {@code trace} measured; {@code report.json}, in the words of {@link DrawReport}.
 *
 * @param file name of the line art
 * @param line what was measured on the line
 */
record TraceReport(
    String version, String file, Map<String, Double> stagesMs, @JsonUnwrapped LineReport line) {
  static TraceReport of(String file, PlannedLine line, Simulation simulation, StageTimes times) {
    return new TraceReport(
        DrawReport.VERSION,
        file,
        DrawReport.stagesMs(times.elapsedNs()),
        LineReport.of(line, simulation));
  }
}
